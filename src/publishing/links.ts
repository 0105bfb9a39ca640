import type { Json } from '#root/json.ts';
import { groupOf, isGroup, isList } from './places/json-group.ts';

/** A link that may not be published, with the words why. */
export interface BadLink {
  readonly path: string;
  readonly says: string;
}

/**
 * Links of a value that nobody may publish: not https, with a name and password, to a bare address or a port, or one
 * that calls itself official and is not of an official host. `known`: hosts that the shipped knowledge names already.
 */
export function badLinks(value: Json, known: ReadonlySet<string>): readonly BadLink[] {
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

function wrongWith(text: string, kind: string, known: ReadonlySet<string>): string | null {
  const url = URL.parse(text);
  if (url === null) return 'Đường dẫn không đọc được.';
  if (known.has(url.hostname) && url.username === '' && url.password === '') return null;
  if (url.protocol !== 'https:') return 'Đường dẫn phải bắt đầu bằng https://.';
  if (url.username !== '' || url.password !== '')
    return 'Đường dẫn không được chứa tên đăng nhập hay mật khẩu.';
  if (url.port !== '' || !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(url.hostname))
    return 'Đường dẫn phải là địa chỉ một trang công khai, không phải số máy hay cổng riêng.';
  if (OFFICIAL.has(kind) && !/(^|\.)(gov|edu)\.vn$/.test(url.hostname))
    return `Nguồn chính thức phải ở trang .gov.vn; "${url.hostname}" không phải. Chọn loại nguồn khác hoặc sửa đường dẫn.`;
  return null;
}

/** Hosts of every link in the files. */
export function hostsIn(values: Iterable<Json>): ReadonlySet<string> {
  const hosts = new Set<string>();
  const walk = (inner: Json): void => {
    if (isList(inner)) inner.forEach(walk);
    if (!isGroup(inner)) return;
    for (const [name, next] of Object.entries(groupOf(inner)))
      if (name === 'url' && typeof next === 'string') {
        const host = URL.parse(next)?.hostname;
        if (host !== undefined) hosts.add(host);
      } else walk(next);
  };
  for (const value of values) walk(value);
  return hosts;
}
