import { useState } from 'preact/hooks';
import type { BotMessage } from './messages.ts';
import { toConversation } from './use-kept-focus.ts';
import { words } from './words.ts';

interface Doubtful {
  readonly key: string;
  readonly label: string;
}

/** "Thông tin này sai?": which line, in two taps. The server keeps it for staff. */
export function ReportWrong({
  message,
  onSay,
}: {
  message: BotMessage;
  onSay: (text: string, choice?: string | null) => void;
}) {
  const [open, setOpen] = useState(false);
  const lines = linesOf(message);
  if (lines.length === 0) return null;
  return (
    <details class="wrong" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="tool">{words.wrong.ask}</summary>
      <p>{words.wrong.which}</p>
      <ul>
        {lines.map(({ key, label }) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => {
                setOpen(false);
                toConversation();
                onSay(words.wrong.say(label), `wrong:${key}`);
              }}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Each told fact once; where facts are told in running text, the whole answer. */
function linesOf({ blocks, facts }: BotMessage): Doubtful[] {
  const lines = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind === 'facts') {
      for (const { key, label } of block.items)
        if (key !== undefined && !lines.has(key)) lines.set(key, label);
    }
    if (block.kind === 'checklist') {
      for (const { key, text } of block.items) if (key !== undefined && !lines.has(key)) lines.set(key, text);
    }
  }
  const untold = facts.find((key) => !lines.has(key));
  if (untold !== undefined) lines.set(untold, lines.size === 0 ? words.wrong.whole : words.wrong.rest);
  return [...lines].map(([key, label]) => ({ key, label }));
}
