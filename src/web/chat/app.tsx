import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Announcer } from './announcer.tsx';
import { Aside } from './aside.tsx';
import { Composer } from './composer.tsx';
import { ConnectionLine } from './connection-line.tsx';
import type { ChatState, Conversation } from './conversation.ts';
import { Header } from './header.tsx';
import type { Memory } from './memory.ts';
import type { MyMessage } from './messages.ts';
import { Settings } from './settings.tsx';
import { Transcript } from './transcript.tsx';
import type { Unit } from './unit.ts';
import { words } from './words.vi.ts';

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
  const [settingsOpen, setSettingsOpen] = useState(false);
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
      <Header unit={unit} onSettings={() => setSettingsOpen(true)} />
      <div class="page">
        <main class="talk">
          <Transcript
            state={state}
            memory={memory}
            onSay={conversation.say}
            onRetry={conversation.retry}
            onTakeBack={takeBack}
            focusInput={() => input.current?.focus({ preventScroll: true })}
          />
          <div class="dock">
            <ConnectionLine connection={state.connection} />
            <Composer draft={draft} onDraft={keepDraft} onSend={conversation.say} input={input} />
          </div>
        </main>
        <Aside messages={state.messages} />
      </div>
      <Announcer messages={state.messages} />
      <Settings
        open={settingsOpen}
        memory={memory}
        onClose={() => setSettingsOpen(false)}
        onStartOver={() => {
          conversation.startOver();
          setDraft('');
          setSettingsOpen(false);
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
