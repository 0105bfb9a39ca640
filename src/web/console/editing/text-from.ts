import type { Json } from '#root/json.ts';
import { scopeName } from '../shell/scopes.ts';
import { conditionOf } from './condition/condition-of.ts';
import type { QuestionName } from './condition/questions.ts';
import { conditionSentence } from './condition/sentence.ts';
import { fieldName } from './field-names.ts';

/** A value as words, not as data: texts, days, conditions, lists of them, groups by their names. */
export function textFrom(value: Json, questions: readonly QuestionName[] = []): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number') return new Intl.NumberFormat('vi').format(value);
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\d$/.test(value) ? value.split('-').reverse().join('/') : value;
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((item: Json) => textFrom(item, questions)).join('; ');
  const condition = conditionOf(value);
  if (condition !== null) return conditionSentence(condition, { questions, unitName: scopeName });
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, inner]) => `${fieldName(name)}: ${textFrom(inner, questions)}`)
    .join('; ');
}
