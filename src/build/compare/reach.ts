import { canonicalJson } from '#knowledge/canonical.ts';
import type { CompiledRelease } from '#knowledge/release.ts';

/** How far a change of content reaches: into every answer, or into those alone that name one of these. */
export interface Reach {
  readonly wide: boolean;
  readonly names: readonly string[];
}

/** What teaches the matcher and is never spoken. */
const TAUGHT = 'phrases';
const lists = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Fields that are told in answers about their own entry and nowhere else. All others may be told anywhere. */
const OWN: Readonly<Record<Kind, ReadonlySet<string>>> = {
  procedure: lists(
    'authority online questions documents fees exemptions time result conditions onBehalf checks validity penalties ' +
      'legalBasis steps ownSteps leadsTo sources asOf review',
  ),
  topic: lists('answer byAspect source sources asOf review group'),
  trouble: lists('cause fixes source sources asOf review'),
};
type Kind = 'procedure' | 'topic' | 'trouble';
type Fields = Readonly<Record<string, unknown>>;

/** What differs between two releases, as far as it is spoken. */
export function reachOf(before: CompiledRelease, after: CompiledRelease): Reach {
  const everywhere: Reach = { wide: true, names: [] };
  if (canonicalJson(restOf(before)) !== canonicalJson(restOf(after))) return everywhere;
  const [was, is] = [entriesOf(before), entriesOf(after)];
  if (was.size !== is.size) return everywhere;
  const names = new Set<string>();
  for (const [key, { kind, id, fields }] of was) {
    const now = is.get(key)?.fields;
    if (now === undefined) return everywhere;
    const changed = changedFields(fields, now);
    if (changed.some((field) => !OWN[kind].has(field))) return everywhere;
    if (changed.length > 0) names.add(id);
  }
  return { wide: false, names: [...names] };
}

function changedFields(before: Fields, after: Fields): string[] {
  const all = new Set([...Object.keys(before), ...Object.keys(after)]);
  all.delete(TAUGHT);
  return [...all].filter((field) => textOf(before[field]) !== textOf(after[field]));
}

const textOf = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));

function entriesOf(release: CompiledRelease) {
  const entries = new Map<string, { readonly kind: Kind; readonly id: string; readonly fields: Fields }>();
  for (const entry of release.procedures)
    entries.set(`procedure:${entry.scope}:${entry.id}`, { kind: 'procedure', id: entry.id, fields: entry });
  for (const { troubles, ...file } of release.troubles)
    for (const entry of troubles)
      entries.set(`trouble:${entry.id}`, { kind: 'trouble', id: entry.id, fields: { ...file, ...entry } });
  const { topics, aspects: _aspects, none: _none, ...file } = release.topics;
  for (const entry of topics)
    entries.set(`topic:${entry.id}`, { kind: 'topic', id: entry.id, fields: { ...file, ...entry } });
  for (const { topics: questions, ...shared } of release.faq)
    for (const entry of questions)
      entries.set(`topic:${entry.id}`, { kind: 'topic', id: entry.id, fields: { ...shared, ...entry } });
  return entries;
}

/** Everything that is no entry. Wordings of nothing in particular only teach. */
function restOf({
  hash: _hash,
  procedures: _procedures,
  troubles: _troubles,
  faq: _faq,
  topics,
  ...rest
}: CompiledRelease) {
  return { ...rest, aspects: topics.aspects };
}
