import { useEffect, useState } from 'preact/hooks';
import type { ChatState } from './conversation.ts';
import { Icon } from './icon.tsx';
import type { Memory } from './memory.ts';
import type { MyMessage } from './messages.ts';
import { BotMessageItem, MyMessageItem, NoteItem } from './message-items.tsx';
import { useFollowing } from './use-following.ts';
import { words } from './words.ts';

const shownAtFirst = 60;

export interface Actions {
  readonly onSay: (text: string, choice?: string | null) => void;
  readonly onRetry: () => void;
  readonly onTakeBack: (message: MyMessage) => void;
  readonly onCase: () => void;
  readonly focusInput: () => void;
}

/** The messages, oldest first. Choices stand only under the newest one, while it waits for her. */
export function Transcript({ state, memory, ...actions }: Actions & { state: ChatState; memory: Memory }) {
  const { messages, connection, typing } = state;
  const [limit, setLimit] = useState(shownAtFirst);
  // On paper stands all of it.
  useEffect(() => {
    const all = () => setLimit(Number.POSITIVE_INFINITY);
    window.addEventListener('beforeprint', all);
    return () => window.removeEventListener('beforeprint', all);
  }, []);
  const following = useFollowing(messages);
  const shown = messages.slice(-limit);
  const newest = messages[messages.length - 1];

  return (
    <div class="transcript">
      {messages.length === 0 && <Welcome opening={connection !== 'live'} />}
      {messages.length > limit && (
        <button type="button" class="offer quiet" onClick={() => setLimit(limit + shownAtFirst)}>
          {words.transcript.earlier}
        </button>
      )}
      <ol
        class="messages"
        aria-label={words.transcript.label}
        tabIndex={-1}
        id="messages"
        ref={following.list}
      >
        {shown.map((message) => {
          if (message.kind === 'note') return <NoteItem key={message.key} note={message} />;
          if (message.kind === 'mine')
            return <MyMessageItem key={message.key} message={message} {...actions} />;
          return (
            <BotMessageItem
              key={message.key}
              message={message}
              open={message === newest}
              memory={memory}
              {...actions}
            />
          );
        })}
      </ol>
      <p class={typing ? 'typing' : 'typing off'} aria-hidden={!typing}>
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        <span class="hidden">{words.transcript.typing}</span>
      </p>
      {following.behind && (
        <button type="button" class="to-newest" onClick={following.toNewest}>
          <Icon name="down" />
          {words.transcript.newest}
        </button>
      )}
    </div>
  );
}

function Welcome({ opening }: { opening: boolean }) {
  return (
    <div class="welcome">
      <h2>{words.transcript.welcome}</h2>
      <p>{words.transcript.welcomeText}</p>
      {opening && <p class="quiet-line">{words.transcript.opening}</p>}
    </div>
  );
}
