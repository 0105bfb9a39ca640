import type { Json } from '#root/json.ts';
import type { ItemNames } from '#publishing/item-names.ts';
import { scopeName } from '../shell/scopes.ts';
import { conditionOf } from './condition/condition-of.ts';
import type { QuestionName } from './condition/questions.ts';
import { conditionSentence } from './condition/sentence.ts';
import { fieldName } from './field-names.ts';

/**
 * A value as words, not as data: texts, days, conditions, lists of them, groups by their names. `names`: words for the
 * questions, options and sources that it speaks of.
 */
export function textFrom(value: Json, names: ItemNames = {}): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number') return new Intl.NumberFormat('vi').format(value);
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\d$/.test(value)
      ? value.split('-').reverse().join('/')
      : (names[`sources.${value}`] ?? value);
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((item: Json) => textFrom(item, names)).join('; ');
  const condition = conditionOf(value);
  if (condition !== null)
    return conditionSentence(condition, { questions: questionsIn(names), unitName: scopeName });
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, inner]) => `${fieldName(name)}: ${textFrom(inner, names)}`)
    .join('; ');
}

/** `questions.cho-o` and `questions.cho-o.options.thue` as conditions name them. */
function questionsIn(names: ItemNames): readonly QuestionName[] {
  const steps = Object.entries(names).map(([path, label]) => ({ path: path.split('.'), label }));
  return steps.flatMap(({ path: [root, id, ...more], label }) =>
    root === 'questions' && id !== undefined && more.length === 0
      ? [
          {
            id,
            label,
            options: steps.flatMap(({ path: [, question, options, option], label: says }) =>
              question === id && options === 'options' && option !== undefined
                ? [{ id: option, label: says }]
                : [],
            ),
          },
        ]
      : [],
  );
}
