type Values = Readonly<Record<string, string | number>>;

/** Replaces `{name}`; what has no value stays as it stands. */
export function fill(template: string, values: Values): string {
  if (!template.includes('{')) return template;
  let text = '';
  // Words and names take turns, words first and last.
  partsOf(template).forEach((part, at) => (text += at % 2 === 0 ? part : valueOf(part, values)));
  return text;
}

const valueOf = (name: string, values: Values): string =>
  String((Object.hasOwn(values, name) ? values[name] : undefined) ?? `{${name}}`);

/** A release has a few thousand templates; a turn fills dozens. */
const MOST = 8192;
const known = new Map<string, readonly string[]>();

function partsOf(template: string): readonly string[] {
  let parts = known.get(template);
  if (parts === undefined) {
    if (known.size >= MOST) known.clear();
    known.set(template, (parts = template.split(/\{([a-z][a-zA-Z]*)\}/)));
  }
  return parts;
}
