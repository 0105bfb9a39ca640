import { Icon } from './icon.tsx';
import { CaseView } from './case/case-view.tsx';
import type { MyCase } from './case/my-case.ts';
import type { Memory } from './memory.ts';
import { words } from './words.vi.ts';

/** Beside the conversation on wide screens: where she is, and where people can be reached. */
export function Aside({
  mine,
  memory,
  onSay,
}: {
  mine: MyCase | null;
  memory: Memory;
  onSay: (text: string, choice?: string | null) => void;
}) {
  return (
    <aside class="aside" aria-labelledby="aside-title">
      <h2 id="aside-title" class="hidden">
        {words.aside.label}
      </h2>
      {mine !== null && <CaseView mine={mine} memory={memory} onSay={onSay} />}
      <section class="panel">
        <h3>{words.aside.help}</h3>
        <p class="panel-sub">{words.aside.helpText}</p>
        <a class="phone" href="tel:02511022">
          <Icon name="phone" />
          0251.1022
        </a>
        <p class="panel-sub">{words.aside.portalText}</p>
        <a href="https://dichvucong.gov.vn" target="_blank" rel="noopener noreferrer">
          dichvucong.gov.vn
          <span class="hidden"> ({words.sources.newWindow})</span>
        </a>
      </section>
      <p class="aside-note">
        {words.aside.about} <a href="/tiep-can.html">{words.aside.accessibility}</a>
      </p>
    </aside>
  );
}
