import { AnswerList } from '../cards/answers.tsx';
import { Papers } from '../cards/checklist.tsx';
import { Outline } from '../cards/outline.tsx';
import type { Memory } from '../memory.ts';
import { words } from '../words.ts';
import type { MyCase } from './my-case.ts';

/** Steps, answers and papers of her case, beside the conversation or in the drawer. */
export function CaseView({
  mine,
  memory,
  onSay,
}: {
  mine: MyCase;
  memory: Memory;
  onSay: (text: string, choice?: string | null) => void;
}) {
  const { step, answers, papers } = mine;
  return (
    <>
      {step !== null && (
        <section class="panel">
          <h3>{words.step.outlineTitle}</h3>
          <p class="panel-sub">{step.procedureName}</p>
          <Outline places={step.outline} onSay={onSay} />
        </section>
      )}
      {answers !== null && (
        <section class="panel">
          <h3>{words.case.answers}</h3>
          <AnswerList answers={answers} onSay={onSay} />
        </section>
      )}
      {papers !== null && (
        <section class="panel">
          <h3>{papers.title}</h3>
          <Papers list={papers} memory={memory} />
        </section>
      )}
    </>
  );
}
