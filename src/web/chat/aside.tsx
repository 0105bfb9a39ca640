import { CaseView } from './case/case-view.tsx';
import type { MyCase } from './case/my-case.ts';
import { Help } from './help.tsx';
import type { Memory } from './memory.ts';
import type { Unit } from './unit.ts';
import { words } from './words.ts';

/** Beside the conversation on wide screens: where she is, and where people can be reached. */
export function Aside({
  mine,
  memory,
  unit,
  onSay,
}: {
  mine: MyCase | null;
  memory: Memory;
  unit: Unit;
  onSay: (text: string, choice?: string | null) => void;
}) {
  return (
    <aside class="aside" aria-labelledby="aside-title">
      <h2 id="aside-title" class="hidden">
        {words.aside.label}
      </h2>
      {mine !== null && <CaseView mine={mine} memory={memory} onSay={onSay} />}
      <Help unit={unit} />
      <p class="aside-note">
        {words.aside.about} <a href="/tiep-can.html">{words.aside.accessibility}</a>
      </p>
    </aside>
  );
}
