import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Announcer } from './announcer.tsx';
import { Aside } from './aside.tsx';
import { CaseView } from './case/case-view.tsx';
import { myCase } from './case/my-case.ts';
import { Composer } from './composer.tsx';
import { ConnectionLine } from './connection-line.tsx';
import type { ChatState, Conversation } from './conversation.ts';
import { Header } from './header.tsx';
import type { Memory } from './memory.ts';
import type { MyMessage } from './messages.ts';
import { Settings } from './settings.tsx';
import { Sheet } from './sheet.tsx';
import { Transcript } from './transcript.tsx';
import type { Unit } from './unit.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useLanguage } from './use-language.ts';
import { useReadingAloud } from './voice/use-reading-aloud.ts';
import { languages, words } from './words.ts';

export function App({
  conversation,
  memory,
  unit,
}: {
  conversation: Conversation;
  memory: Memory;
  unit: Unit;
}) {
  const state = useChat(conversation);
  const input = useRef<HTMLTextAreaElement>(null);
  const [sheet, setSheet] = useState<'settings' | 'drawer' | null>(null);
  const mine = useMemo(() => myCase(state.messages), [state.messages]);
  useReadingAloud(state.messages, memory);
  const lang = useLanguage(state.messages, memory);
  useKeptFocus(state);
  const closeSheet = () => setSheet(null);
  const [draft, setDraft] = useState(() => memory.draft());

  const keepDraft = useCallback(
    (text: string) => {
      setDraft(text);
      memory.keepDraft(text);
    },
    [memory],
  );
  const takeBack = (message: MyMessage) => {
    conversation.takeBack(message.key);
    keepDraft(draft.trim() === '' ? message.text : `${message.text}\n${draft}`);
    input.current?.focus();
  };

  return (
    <>
      <a class="skip" href="#message">
        {words.header.skip}
      </a>
      <Header
        unit={unit}
        mine={mine}
        onCase={() => setSheet('drawer')}
        onSettings={() => setSheet('settings')}
      />
      <div class="page">
        <main class="talk">
          <Transcript
            state={state}
            memory={memory}
            onSay={conversation.say}
            onRetry={conversation.retry}
            onTakeBack={takeBack}
            onCase={() => setSheet('drawer')}
            focusInput={() => input.current?.focus({ preventScroll: true })}
          />
          <div class="dock">
            <ConnectionLine connection={state.connection} />
            <Composer draft={draft} onDraft={keepDraft} onSend={conversation.say} input={input} />
          </div>
        </main>
        <Aside mine={mine} memory={memory} unit={unit} onSay={conversation.say} />
      </div>
      <Announcer messages={state.messages} />
      <Sheet open={sheet === 'drawer'} name="drawer" title={words.case.title} onClose={closeSheet}>
        {mine !== null && (
          <CaseView
            mine={mine}
            memory={memory}
            onSay={(text, choice) => {
              closeSheet();
              conversation.say(text, choice);
            }}
          />
        )}
      </Sheet>
      <Settings
        open={sheet === 'settings'}
        messages={state.messages}
        memory={memory}
        unit={unit}
        lang={lang}
        onLang={(wanted) => {
          closeSheet();
          conversation.say(languages[wanted], `lang:${wanted}`);
        }}
        onClose={closeSheet}
        onStartOver={() => {
          conversation.startOver();
          setDraft('');
          closeSheet();
          input.current?.focus({ preventScroll: true });
        }}
      />
    </>
  );
}

function useChat(conversation: Conversation): ChatState {
  const [state, setState] = useState(conversation.state());
  useEffect(() => {
    setState(conversation.state());
    return conversation.subscribe(() => setState(conversation.state()));
  }, [conversation]);
  return state;
}
