import { Icon } from '../icon.tsx';
import type { BlockOf } from '../read-reply.ts';
import { words } from '../words.ts';

type Place = BlockOf<'step'>['outline'][number];

/** All steps of her case: done, here, ahead. A done one opens again when tapped. */
export function Outline({
  places,
  onSay,
}: {
  places: readonly Place[];
  onSay: (text: string, choice?: string | null) => void;
}) {
  return (
    <ol class="outline">
      {places.map((place, index) => (
        <li key={place.stepId} class={place.state} aria-current={place.state === 'here' ? 'step' : undefined}>
          <PlaceLine place={place} number={index + 1} onSay={onSay} />
        </li>
      ))}
    </ol>
  );
}

function PlaceLine({
  place: { title, state, open },
  number,
  onSay,
}: {
  place: Place;
  number: number;
  onSay: (text: string, choice?: string | null) => void;
}) {
  const line = (
    <>
      <span class="mark" aria-hidden="true">
        {state === 'done' ? <Icon name="check" /> : number}
      </span>
      <span>
        {title}
        <span class="hidden"> ({words.step.states[state]})</span>
      </span>
    </>
  );
  if (open === undefined) return <div>{line}</div>;
  return (
    <button type="button" onClick={() => onSay(words.step.again(number, title), open)}>
      {line}
      <span class="again">{words.step.againShort}</span>
    </button>
  );
}
