/** Which web pages may call us: ours, and those on the allow-list. */
export interface Origins {
  /** No origin (not a browser) is allowed: this protects people's browsers, not the server. */
  allows(origin: string | null, baseUrl: string): boolean;
  readonly list: readonly string[];
}

export function createOrigins(allowed: readonly string[], publicUrl: string | null): Origins {
  const list = new Set(allowed.map((origin) => origin.replace(/\/+$/, '').toLowerCase()));
  if (publicUrl !== null) list.add(new URL(publicUrl).origin);
  return {
    allows: (origin, baseUrl) =>
      origin === null || list.has(origin.toLowerCase()) || origin.toLowerCase() === originOf(baseUrl),
    list: [...list],
  };
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
