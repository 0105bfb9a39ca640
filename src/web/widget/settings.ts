export interface Settings {
  /** Where the chat comes from: where this file came from. */
  readonly origin: string;
  /** The chat's page, for the unit, language and topic asked for. */
  readonly page: string;
  readonly lang: 'vi' | 'en';
  readonly position: 'right' | 'left';
  readonly color: string;
  /** On the button; null: the usual words. */
  readonly label: string | null;
  readonly open: boolean;
}

/** The attributes of the tag. What cannot be read is left at its usual value: a wrong one must not cost the chat. */
export function readSettings(data: Readonly<Record<string, string | undefined>>, src: string): Settings {
  const { origin } = new URL(src);
  const lang = data['lang'] === 'en' ? 'en' : 'vi';
  const page = new URL('/', origin);
  page.searchParams.set('embedded', '1');
  if (/^\d{5}$/.test(data['unit'] ?? '')) page.searchParams.set('unit', data['unit'] ?? '');
  if (lang === 'en') page.searchParams.set('lang', 'en');
  if (/^[a-z\d-]{1,80}$/.test(data['topic'] ?? '')) page.hash = `hoi=${data['topic'] ?? ''}`;
  const color = data['color'] ?? '';
  const label = (data['label'] ?? '').trim().slice(0, 40);
  return {
    origin,
    page: page.href,
    lang,
    position: data['position'] === 'left' ? 'left' : 'right',
    color: /^#[\da-f]{6}$/i.test(color) ? color : '#0b5a50',
    label: label === '' ? null : label,
    open: data['open'] !== undefined && data['open'] !== 'false',
  };
}
