import type { Block } from '#replies/reply.ts';
import type { Memory } from '../memory.ts';
import { AnswersCard } from './answers.tsx';
import { ChecklistCard } from './checklist.tsx';
import { ContactCard } from './contact.tsx';
import { FactLines } from './facts.tsx';
import { SourcesNote } from './sources.tsx';
import { StepCard } from './step.tsx';
import { Prose } from './prose.tsx';

export interface BlockProps {
  readonly block: Block;
  /** The last one of its message. */
  readonly last: boolean;
  readonly memory: Memory;
  /** Opens the list of her steps; null in older messages. */
  readonly onCase: (() => void) | null;
  readonly onSay: (text: string, choice?: string | null) => void;
}

export function BlockView({ block, last, memory, onSay, onCase }: BlockProps) {
  switch (block.kind) {
    case 'text':
      return <Prose text={block.text} />;
    case 'step':
      return <StepCard step={block} onCase={onCase} />;
    case 'checklist':
      return <ChecklistCard list={block} memory={memory} />;
    case 'facts':
      return <FactLines facts={block} />;
    case 'sources':
      return <SourcesNote sources={block} />;
    case 'contact':
      return <ContactCard contact={block} />;
    case 'answers':
      return <AnswersCard answers={block} folded={!last} onSay={onSay} />;
    default:
      return missing(block);
  }
}

const missing = (kind: never): null => kind;
