import { Icon } from './icon.tsx';
import type { Message } from './messages.ts';
import { Outline } from './cards/outline.tsx';
import { words } from './words.vi.ts';

/** Beside the conversation on wide screens: where she is, and where people can be reached. */
export function Aside({ messages }: { messages: readonly Message[] }) {
  const step = newestStep(messages);
  return (
    <aside class="aside">
      {step !== null && (
        <section class="panel">
          <h2>{words.step.outlineTitle}</h2>
          <p class="panel-sub">{step.procedureName}</p>
          <Outline places={step.outline} />
        </section>
      )}
      <section class="panel">
        <h2>{words.aside.help}</h2>
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
      <p class="aside-note">{words.aside.about}</p>
    </aside>
  );
}

function newestStep(messages: readonly Message[]) {
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index];
    if (message?.kind !== 'bot') continue;
    for (const block of message.blocks) if (block.kind === 'step') return block;
  }
  return null;
}
