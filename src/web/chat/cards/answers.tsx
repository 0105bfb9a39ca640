import type { BlockOf } from '../read-reply.ts';
import { words } from '../words.ts';

type OnSay = (text: string, choice?: string | null) => void;

/** What she answered so far, each with a way to change it. Folded where something else is the matter (`folded`). */
export function AnswersCard({
  answers,
  folded,
  onSay,
}: {
  answers: BlockOf<'answers'>;
  folded: boolean;
  onSay: OnSay;
}) {
  return (
    <details class="card answers" open={!folded}>
      <summary>{words.answers.title(answers.items.length)}</summary>
      <AnswerList answers={answers} onSay={onSay} />
    </details>
  );
}

export function AnswerList({ answers, onSay }: { answers: BlockOf<'answers'>; onSay: OnSay }) {
  return (
    <ul class="answer-list">
      {answers.items.map(({ question, ask, label, change }) => (
        <li key={question}>
          <span>
            <small>{ask}</small>
            <b>{label}</b>
          </span>
          <button
            type="button"
            class="link-button"
            aria-label={words.answers.changeOf(ask)}
            onClick={() => onSay(words.answers.changeText(ask), change ?? null)}
          >
            {words.answers.change}
          </button>
        </li>
      ))}
    </ul>
  );
}
