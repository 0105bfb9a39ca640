import type { Json } from '#root/json.ts';
import { dayForPeople } from '../file/dates.ts';
import { groupOf, listOf, textOf, type Group } from './group.ts';
import { conditionWords as say } from './words.vi.ts';

/** A condition as officers read it, with the words of the procedure's own questions. */
export function conditionInWords(condition: Json | undefined, questions: Group): string | null {
  if (condition === undefined || condition === null) return null;
  const group = groupOf(condition);
  const all = (list: Json | undefined, between: string): string =>
    listOf(list)
      .map((one) => conditionInWords(one, questions) ?? '')
      .join(between);
  if (group['all'] !== undefined) return all(group['all'], say.and);
  if (group['any'] !== undefined) return all(group['any'], say.or);
  if (group['not'] !== undefined) return say.not(conditionInWords(group['not'], questions) ?? '');
  if (typeof group['q'] === 'string') return ofQuestion(group, group['q'], questions);
  const channel = channels.find((one) => one === group['channel']);
  if (channel !== undefined) return say.channel[channel];
  if (group['date'] !== undefined) {
    const { from, to } = groupOf(group['date']);
    return [
      ...(typeof from === 'string' ? [say.from(dayForPeople(from))] : []),
      ...(typeof to === 'string' ? [say.to(dayForPeople(to))] : []),
    ].join(' ');
  }
  if (group['unit'] !== undefined) return say.units(stringsOf(group['unit']).join(', '));
  return say.other;
}

const channels = ['online', 'counter', 'postal'] as const;

function ofQuestion(group: Group, id: string, questions: Group): string {
  const question = groupOf(questions[id]);
  const wordsOf = (value: Json | undefined): string | null => textOf(value) ?? textOf(groupOf(value)['vi']);
  const labelOf = (option: string): string =>
    wordsOf(groupOf(groupOf(question['options'])[option])['label']) ?? option;
  const answers = group['is'] === undefined ? stringsOf(group['in']) : stringsOf([group['is']]);
  return say.is(wordsOf(question['ask']) ?? id, answers.map(labelOf).join(' / '));
}

const stringsOf = (value: Json | undefined): readonly string[] =>
  listOf(value).filter((one) => typeof one === 'string');
