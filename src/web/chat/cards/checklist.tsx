import { useEffect, useId, useState } from 'preact/hooks';
import { Icon } from '../icon.tsx';
import type { Memory } from '../memory.ts';
import type { BlockOf } from '../read-reply.ts';
import { words } from '../words.ts';

type Item = BlockOf<'checklist'>['items'][number];

/** Her papers, to be ticked off; what nobody asks of her stands apart. Ticks stay on this device. */
export function ChecklistCard({ list, memory }: { list: BlockOf<'checklist'>; memory: Memory }) {
  const notNeeded = list.items.filter(({ state }) => state === 'not-needed');
  return (
    <section class="card checklist">
      <h2>{list.title}</h2>
      <Papers list={list} memory={memory} />
      {notNeeded.length > 0 && (
        <div class="not-needed">
          <h3>{words.checklist.notNeeded}</h3>
          <ul>
            {notNeeded.map((item) => (
              <li key={item.id}>
                <Icon name="check" />
                <span>
                  {item.text}
                  {item.note !== undefined && <small>{item.note}</small>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** The papers to bring, each with its box. The same list may stand on the page twice, and in two tabs. */
export function Papers({ list, memory }: { list: BlockOf<'checklist'>; memory: Memory }) {
  const [ticks, setTicks] = useState(() => memory.ticks());
  useEffect(() => memory.watchTicks(() => setTicks(memory.ticks())), [memory]);
  const toBring = list.items.filter(({ state }) => state !== 'not-needed');
  const keyOf = (item: Item) => `${list.procedure ?? list.title}/${item.id}`;
  const ticked = toBring.filter((item) => ticks.has(keyOf(item))).length;
  if (toBring.length === 0) return null;
  return (
    <>
      <ul class="papers">
        {toBring.map((item) => (
          <Paper
            key={item.id}
            item={item}
            on={ticks.has(keyOf(item))}
            onTick={(on) => memory.keepTick(keyOf(item), on)}
          />
        ))}
      </ul>
      <p class="quiet-line">
        <b>{words.checklist.ready(ticked, toBring.length)}</b> {words.checklist.kept}
      </p>
    </>
  );
}

function Paper({ item, on, onTick }: { item: Item; on: boolean; onTick: (on: boolean) => void }) {
  const id = useId();
  const mark = item.state === 'depends' ? words.checklist.depends : words.checklist.askStaff;
  return (
    <li>
      <input id={id} type="checkbox" checked={on} onChange={(event) => onTick(event.currentTarget.checked)} />
      <label for={id}>
        {item.text}
        {item.state !== 'needed' && <em class="mark-word">{mark}</em>}
        {item.note !== undefined && <small>{item.note}</small>}
      </label>
    </li>
  );
}
