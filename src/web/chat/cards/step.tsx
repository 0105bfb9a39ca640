import { Icon } from '../icon.tsx';
import type { BlockOf } from '../read-reply.ts';
import { words } from '../words.ts';
import { asDate } from './as-date.ts';
import { Linked } from './linked.tsx';
import { Picture } from './picture.tsx';

/** One thing to do: where she is, what to do, what the screen shows. `onCase` opens the list of all steps. */
export function StepCard({ step, onCase }: { step: BlockOf<'step'>; onCase: (() => void) | null }) {
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
          {step.picture !== undefined && <Picture name={step.picture} shot={step.shot} />}
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
      {onCase !== null && step.outline.length > 0 && (
        <button type="button" class="case-button" aria-haspopup="dialog" onClick={onCase}>
          <Icon name="list" />
          {words.step.outline(done, step.outline.length)}
        </button>
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
