import { Icon } from '../icon.tsx';
import type { BlockOf } from '../read-reply.ts';
import { words } from '../words.vi.ts';

/** All steps of her case: done, here, ahead. */
export function Outline({ places }: { places: BlockOf<'step'>['outline'] }) {
  return (
    <ol class="outline">
      {places.map(({ stepId, title, state }, index) => (
        <li key={stepId} class={state} aria-current={state === 'here' ? 'step' : undefined}>
          <span class="mark" aria-hidden="true">
            {state === 'done' ? <Icon name="check" /> : index + 1}
          </span>
          <span>
            {title}
            <span class="hidden"> ({words.step.states[state]})</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
