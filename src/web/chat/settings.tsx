import { useEffect, useRef, useState } from 'preact/hooks';
import { Help } from './help.tsx';
import { KeepButtons } from './keep-buttons.tsx';
import { textSizes, themes, type Memory } from './memory.ts';
import type { Message } from './messages.ts';
import { Sheet } from './sheet.tsx';
import { showLooks } from './looks.ts';
import { beSilent, useVoice } from './voice/speak.ts';
import { openTakeAlong } from '../take-along/load.ts';
import type { Unit } from './unit.ts';
import { languages, words, type Lang } from './words.ts';

/** How she likes the page, what to take along, starting over and forgetting. */
export function Settings({
  open,
  messages,
  memory,
  unit,
  lang,
  onLang,
  onClose,
  onStartOver,
}: {
  open: boolean;
  messages: readonly Message[];
  memory: Memory;
  unit: Unit;
  lang: Lang;
  onLang: (wanted: Lang) => void;
  onClose: () => void;
  onStartOver: () => void;
}) {
  const print = () => {
    onClose();
    // After the dialog is gone, else it would be on the paper.
    setTimeout(() => window.print(), 100);
  };
  return (
    <Sheet open={open} name="settings" title={words.settings.title} onClose={onClose}>
      <Looks memory={memory} lang={lang} />
      <Choices
        name="lang"
        title={words.settings.language}
        values={['vi', 'en']}
        labels={languages}
        chosen={lang}
        onChoose={onLang}
      />
      <h3>{words.keep.title}</h3>
      <KeepButtons messages={messages} onPrint={print} />
      <TakeAlong memory={memory} onOpen={onClose} />
      <h3>{words.settings.conversation}</h3>
      <p>{words.settings.privacy}</p>
      <StartOver onStartOver={onStartOver} />
      <Help unit={unit} />
      <a class="plain-link" href="/tiep-can.html">
        {words.aside.accessibility}
      </a>
    </Sheet>
  );
}

/** The slip of her case, and a code to go on elsewhere. */
function TakeAlong({ memory, onOpen }: { memory: Memory; onOpen: () => void }) {
  const [failed, setFailed] = useState(false);
  const open = async () => {
    const session = memory.session();
    if (session === null) return setFailed(true);
    try {
      await openTakeAlong(session);
      onOpen();
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" class="offer" onClick={() => void open()}>
        {words.keep.along}
      </button>
      <p class="told" role="status">
        {failed ? words.keep.alongFailed : ''}
      </p>
    </>
  );
}

function Looks({ memory, lang }: { memory: Memory; lang: Lang }) {
  const canRead = useVoice(lang);
  const [, setChanged] = useState(0);
  const changed = () => {
    showLooks(memory);
    setChanged((count) => count + 1);
  };
  return (
    <>
      <Choices
        name="size"
        title={words.settings.size}
        values={textSizes}
        labels={words.settings.sizes}
        chosen={memory.textSize()}
        onChoose={(size) => {
          memory.keepTextSize(size);
          changed();
        }}
      />
      <Choices
        name="theme"
        title={words.settings.theme}
        values={themes}
        labels={words.settings.themes}
        chosen={memory.theme()}
        onChoose={(theme) => {
          memory.keepTheme(theme);
          changed();
        }}
      />
      {canRead && (
        <label class="size">
          <input
            type="checkbox"
            checked={memory.readAloud()}
            onChange={(event) => {
              memory.keepReadAloud(event.currentTarget.checked);
              if (!event.currentTarget.checked) beSilent();
              changed();
            }}
          />
          <span>{words.settings.readAloud}</span>
        </label>
      )}
    </>
  );
}

function Choices<T extends string>({
  name,
  title,
  values,
  labels,
  chosen,
  onChoose,
}: {
  name: string;
  title: string;
  values: readonly T[];
  labels: Readonly<Record<T, string>>;
  chosen: T;
  onChoose: (value: T) => void;
}) {
  return (
    <fieldset>
      <legend>{title}</legend>
      <div class="sizes">
        {values.map((value) => (
          <label key={value} class={`size ${name}-${value}`}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            <span>{labels[value]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function StartOver({ onStartOver }: { onStartOver: () => void }) {
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), [asking]);
  if (!asking) {
    return (
      <button type="button" class="offer" onClick={() => setAsking(true)}>
        {words.settings.startOver}
      </button>
    );
  }
  return (
    <div class="ask" role="group" aria-label={words.settings.confirmQuestion}>
      <p>{words.settings.confirmQuestion}</p>
      <button type="button" class="offer danger" onClick={onStartOver} ref={first}>
        {words.settings.confirm}
      </button>
      <button type="button" class="offer" onClick={() => setAsking(false)}>
        {words.settings.keep}
      </button>
    </div>
  );
}
