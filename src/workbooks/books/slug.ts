/** `le-phi-dang-ky` of "Lệ phí đăng ký"; `muc` where nothing is left. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug === '' ? 'muc' : slug;
}

/** The same with a number behind it, where it is taken. */
export function unused(id: string, taken: (id: string) => boolean): string {
  if (!taken(id)) return id;
  for (let number = 2; ; number += 1) if (!taken(`${id}-${String(number)}`)) return `${id}-${String(number)}`;
}
