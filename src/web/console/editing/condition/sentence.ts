import type { Condition, Need } from '#knowledge/schema/condition.ts';
import { conditionWords as words } from '../../words/condition.vi.ts';
import type { QuestionName } from './questions.ts';

export interface Names {
  readonly questions: readonly QuestionName[];
  readonly unitName: (code: string) => string;
}

/** A condition as it is read out: "Khi “Anh/chị đang ở chỗ nào?” là “Nhà thuê” và nộp trực tuyến". */
export function conditionSentence(condition: Condition, names: Names): string {
  return words.when(partOf(condition, names, false));
}

export function needSentence(need: Need, names: Names): string {
  if (need === 'always') return words.always;
  if (need === 'ask-staff') return words.askStaff;
  return conditionSentence(need, names);
}

function partOf(condition: Condition, names: Names, within: boolean): string {
  if ('all' in condition) return joined(condition.all, words.and, names, within);
  if ('any' in condition) return joined(condition.any, words.or, names, within);
  if ('not' in condition) return words.not(partOf(condition.not, names, true));
  if ('channel' in condition) return words.channel(words.channels[condition.channel]);
  if ('unit' in condition) return words.units(condition.unit.map(names.unitName));
  if ('date' in condition) return words.date(shown(condition.date.from), shown(condition.date.to));
  const question = names.questions.find(({ id }) => id === condition.q);
  const optionOf = (id: string): string => question?.options.find((option) => option.id === id)?.label ?? id;
  const options = 'is' in condition ? [condition.is] : condition.in;
  return words.answer(question?.label ?? condition.q, options.map(optionOf));
}

function joined(parts: readonly Condition[], link: string, names: Names, within: boolean): string {
  const text = parts.map((part) => partOf(part, names, parts.length > 1)).join(link);
  return within && parts.length > 1 ? `(${text})` : text;
}

const shown = (date: string | undefined): string | null => date?.split('-').reverse().join('/') ?? null;
