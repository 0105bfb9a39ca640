import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { textSizes, type Memory, type TextSize } from './memory.ts';
import { words } from './words.vi.ts';

/** Text size, starting over, forgetting: a modal dialog of the browser's own (focus, Esc, back to the button). */
export function Settings({
  open,
  memory,
  onClose,
  onStartOver,
}: {
  open: boolean;
  memory: Memory;
  onClose: () => void;
  onStartOver: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [size, setSize] = useState<TextSize>(() => memory.textSize());
  const [asking, setAsking] = useState(false);

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
    setAsking(false);
  }, [open]);

  const choose = (next: TextSize) => {
    setSize(next);
    memory.keepTextSize(next);
    document.documentElement.dataset['size'] = next;
  };

  return (
    <dialog
      ref={dialog}
      class="settings"
      aria-labelledby="settings-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="settings-in">
        <div class="settings-head">
          <h2 id="settings-title">{words.settings.title}</h2>
          <button type="button" class="icon-button" onClick={onClose}>
            <Icon name="close" />
            <span class="hidden">{words.settings.close}</span>
          </button>
        </div>
        <fieldset>
          <legend>{words.settings.size}</legend>
          <div class="sizes">
            {textSizes.map((value) => (
              <label key={value} class={`size size-${value}`}>
                <input
                  type="radio"
                  name="size"
                  value={value}
                  checked={size === value}
                  onChange={() => choose(value)}
                />
                <span>{words.settings.sizes[value]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <h3>{words.settings.conversation}</h3>
        <p>{words.settings.privacy}</p>
        {asking ? (
          <div class="ask" role="group" aria-label={words.settings.confirmQuestion}>
            <p>{words.settings.confirmQuestion}</p>
            <button type="button" class="offer danger" onClick={onStartOver}>
              {words.settings.confirm}
            </button>
            <button type="button" class="offer" onClick={() => setAsking(false)}>
              {words.settings.keep}
            </button>
          </div>
        ) : (
          <button type="button" class="offer" onClick={() => setAsking(true)}>
            {words.settings.startOver}
          </button>
        )}
      </div>
    </dialog>
  );
}
