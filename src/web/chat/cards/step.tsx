import { Icon } from '../icon.tsx';
import type { BlockOf } from '../read-reply.ts';
import { words } from '../words.vi.ts';
import { Linked } from './linked.tsx';
import { Outline } from './outline.tsx';

/** One thing to do: where she is, what to do, what the screen shows. */
export function StepCard({ step }: { step: BlockOf<'step'> }) {
  const done = step.outline.filter(({ state }) => state === 'done').length;
  return (
    <section class="card step">
      <header class="step-head">
        <p class="step-number">
          <b>{words.step.number(step.number, step.total)}</b>
          <span>{step.procedureName}</span>
        </p>
        <Progress places={step.outline} />
      </header>
      <h2>{step.title}</h2>
      <p class="todo">
        <Linked text={step.todo} />
      </p>
      {step.screen !== undefined && (
        <div class="screen">
          <h3>
            <Icon name="screen" />
            {words.step.screen}
          </h3>
          <p>
            <Linked text={withoutHeading(step.screen)} />
          </p>
          {step.screenAsOf !== undefined && (
            <p class="as-of">{words.step.screenAsOf(asDate(step.screenAsOf))}</p>
          )}
        </div>
      )}
      {step.notes.length > 0 && (
        <div class="notes">
          <h3>
            <Icon name="note" />
            {words.step.notes}
          </h3>
          <ul>
            {step.notes.map((note, index) => (
              <li key={index}>
                <Linked text={note} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {step.outline.length > 0 && (
        <details class="steps">
          <summary>{words.step.outline(done, step.outline.length)}</summary>
          <Outline places={step.outline} />
        </details>
      )}
    </section>
  );
}

/** On channels without headings the sentence brings its own. */
function withoutHeading(screen: string): string {
  const heading = `${words.step.screen}: `;
  return screen.startsWith(heading) ? screen.slice(heading.length) : screen;
}

function Progress({ places }: { places: BlockOf<'step'>['outline'] }) {
  return (
    <span class="progress" aria-hidden="true">
      {places.map(({ stepId, state }) => (
        <i key={stepId} class={state} />
      ))}
    </span>
  );
}

/** 2026-06-10 → 10/6/2026; anything else stays as it is. */
export function asDate(text: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  return parts === null ? text : `${Number(parts[3])}/${Number(parts[2])}/${parts[1] ?? ''}`;
}
