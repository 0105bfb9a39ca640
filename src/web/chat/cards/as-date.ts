/** 2026-06-10 → 10/6/2026; anything else stays as it is. */
export function asDate(text: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  return parts === null ? text : `${Number(parts[3])}/${Number(parts[2])}/${parts[1] ?? ''}`;
}
