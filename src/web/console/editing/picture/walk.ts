import type { Json } from '#root/json.ts';
import { conditionOf } from '../condition/condition-of.ts';
import { questionsOf } from '../condition/questions.ts';
import { conditionSentence } from '../condition/sentence.ts';
import { isGroup, isList } from '../doc/path.ts';
import { textOf } from '../fields/text-of.ts';

export interface WalkNode {
  readonly id: string;
  readonly kind: 'question' | 'step';
  readonly label: string;
  /** Choices of a question. */
  readonly options: readonly string[];
  /** For whom it stands there; null: everybody. */
  readonly when: string | null;
}

/** Questions in the order asked, then steps in the order walked: general ones that are not left out, own ones in their place. */
export function walkOf(
  procedure: Json,
  flow: Json | undefined,
  unitName: (code: string) => string,
): readonly WalkNode[] {
  if (!isGroup(procedure)) return [];
  const questions = questionsOf(procedure['questions']);
  const sentence = (value: Json | undefined): string | null => {
    const condition = conditionOf(value);
    return condition === null ? null : conditionSentence(condition, { questions, unitName });
  };
  const asked = isGroup(procedure['questions']) ? procedure['questions'] : {};
  const overrides = isGroup(procedure['steps']) ? procedure['steps'] : {};
  const own = isList(procedure['ownSteps']) ? procedure['ownSteps'].filter(isGroup) : [];
  const flowSteps = isGroup(flow) && isList(flow['steps']) ? flow['steps'].filter(isGroup) : [];
  const idOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
  return [
    ...questions.map(({ id, label, options }) => {
      const question = asked[id];
      return {
        id: `q-${id}`,
        kind: 'question' as const,
        label,
        options: options.map((option) => option.label),
        when: isGroup(question) ? sentence(question['when']) : null,
      };
    }),
    ...flowSteps.flatMap((step): readonly WalkNode[] => {
      const id = idOf(step['id']);
      const change = overrides[id];
      const override = isGroup(change) ? change : {};
      const after = own
        .filter((one) => one['after'] === step['id'])
        .map((one) => ({
          id: `o-${idOf(one['id'])}`,
          kind: 'step' as const,
          label: textOf(one['title']).vi,
          options: [],
          when: sentence(one['when']),
        }));
      if (override['skip'] === true) return after;
      const shown: WalkNode = {
        id: `s-${id}`,
        kind: 'step',
        label: textOf(override['title'] ?? step['title']).vi,
        options: [],
        when: sentence(step['when']),
      };
      return [shown].concat(after);
    }),
  ];
}
