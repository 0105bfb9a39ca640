/** Đồng as people write it: 8000 → `8.000`. */
export function money(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** `2026-06-10` → `10/6/2026`; `2026-06` → `6/2026`. Unknown shapes pass as they are. */
export function day(date: string): string {
  return date
    .split('-')
    .reverse()
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .join('/');
}

/** `a, b và c`; `and` is the joining word of the language. */
export function listed(items: readonly string[], and: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
