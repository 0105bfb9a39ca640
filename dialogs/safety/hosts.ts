import type { SafetyFile } from '#knowledge/schema/safety.ts';

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"')\]]+|(?<![\p{L}\p{N}@._-])[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)+(?:[/?#:][^\s<>"')\]]*)?/giu;
/** More links than this in one message say nothing more. */
const MOST = 10;

export interface Host {
  readonly host: string;
  readonly kind: 'official' | 'known' | 'other';
}

/**
 * Where the links of a message really lead: the host, whatever stands before an "@" or after the first "/".
 * A word with a dot ("CT01.docx", "1.001193") is a link only by its scheme, "www." or a known ending.
 */
export function hostsIn(text: string, { official, known, ends }: SafetyFile['links']): Host[] {
  if (!text.includes('.') && !text.includes('://')) return [];
  const hosts = [...text.slice(0, 4000).matchAll(LINK)].slice(0, MOST).flatMap(([link]) => {
    const written = /^https?:\/\//i.test(link) || /^www\./i.test(link);
    const host = hostOf(/^https?:\/\//i.test(link) ? link : `http://${link}`);
    if (host === null) return [];
    const end = host.split('.').at(-1) ?? '';
    return written || (ends.includes(end) && /\p{L}/u.test(host)) ? [host] : [];
  });
  return [...new Set(hosts)].map((host) => ({ host, kind: kindOf(host, official, known) }));
}

function hostOf(link: string): string | null {
  const trimmed = link.replace(/[.,!?;:]+$/u, '');
  return URL.canParse(trimmed) ? new URL(trimmed).hostname.replace(/\.$/, '') : null;
}

function kindOf(host: string, official: readonly string[], known: readonly string[]): Host['kind'] {
  const within = (end: string): boolean => host === end || host.endsWith(`.${end}`);
  if (official.some(within)) return 'official';
  return known.some(within) ? 'known' : 'other';
}
