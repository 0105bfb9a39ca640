import type { BlockOf } from '../read-reply.ts';
import { words } from '../words.ts';
import { Linked } from './linked.tsx';

/** Bold only what is taken in at a glance; a bold sentence is hard to read. */
const shortValue = 32;

/** Fee, time, place: label and value. What rests on weak ground says so. */
export function FactLines({ facts }: { facts: BlockOf<'facts'> }) {
  return (
    <dl class="card facts">
      {facts.items.map((fact) => (
        <div key={fact.id}>
          <dt>{fact.label}</dt>
          <dd class={fact.value.length <= shortValue ? 'short' : undefined}>
            <Linked text={fact.value} />
            {fact.weak && <em class="mark-word">{words.facts.weak}</em>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
