import type { Json } from '#root/json.ts';
import { groupOf, isGroup, isList } from './places/json-group.ts';
import { words } from './words.ts';

/** A link that may not be published, with the words why. */
export interface BadLink {
  readonly path: string;
  readonly says: string;
}

/** What the shipped knowledge links to already. */
export interface KnownLinks {
  readonly urls: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
}

/**
 * Links of a value that nobody may publish: not https, with a name and password, to a bare address or a port, or one
 * that calls itself official and is of no official host. What is shipped passes as it is.
 */
export function badLinks(value: Json, known: KnownLinks): readonly BadLink[] {
  const found: BadLink[] = [];
  const walk = (inner: Json, at: readonly string[]): void => {
    if (isList(inner)) inner.forEach((next, i) => walk(next, [...at, String(i)]));
    if (!isGroup(inner)) return;
    for (const [name, next] of Object.entries(inner)) {
      if (name === 'url' && typeof next === 'string') {
        const kind = inner['kind'];
        const says = wrongWith(next, typeof kind === 'string' ? kind : 'official', known);
        if (says !== null) found.push({ path: [...at, name].join('.'), says });
      } else walk(next, [...at, name]);
    }
  };
  walk(value, []);
  return found;
}

const OFFICIAL = new Set(['law', 'official', 'ward']);

function wrongWith(text: string, kind: string, known: KnownLinks): string | null {
  const url = URL.parse(text);
  if (url === null) return words.links.unreadable;
  if (known.urls.has(text)) return null;
  if (url.protocol !== 'https:') return words.links.notHttps;
  if (url.username !== '' || url.password !== '') return words.links.password;
  if (url.port !== '' || !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(url.hostname))
    return words.links.notPublic;
  if (OFFICIAL.has(kind) && !/(^|\.)(gov|edu)\.vn$/.test(url.hostname) && !known.hosts.has(url.hostname))
    return words.links.notOfficial(url.hostname);
  return null;
}

/** Every link in the files. */
export function linksIn(values: Iterable<Json>): KnownLinks {
  const urls = new Set<string>();
  const walk = (inner: Json): void => {
    if (isList(inner)) inner.forEach(walk);
    if (!isGroup(inner)) return;
    for (const [name, next] of Object.entries(groupOf(inner)))
      if (name === 'url' && typeof next === 'string') urls.add(next);
      else walk(next);
  };
  for (const value of values) walk(value);
  const hosts = [...urls].flatMap((url) => URL.parse(url)?.hostname ?? []);
  return { urls, hosts: new Set(hosts) };
}
