import type { BlockOf } from '../read-reply.ts';
import { words } from '../words.vi.ts';

/** What she answered so far, each with a way to change it. */
export function AnswersCard({
  answers,
  onSay,
}: {
  answers: BlockOf<'answers'>;
  onSay: (text: string, choice?: string | null) => void;
}) {
  return (
    <section class="card answers">
      <h2>{words.answers.title}</h2>
      <ul>
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
    </section>
  );
}
