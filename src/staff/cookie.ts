import type { Incoming } from '#http/route.ts';

/** `__Host-`: over https only, of this host alone, never from a sub-domain. Plain http is for trying out. */
const nameFor = ({ baseUrl }: Incoming): string => (baseUrl.startsWith('https:') ? '__Host-staff' : 'staff');

export function tokenOf(incoming: Incoming): string | null {
  const name = nameFor(incoming);
  for (const part of (incoming.message.headers.cookie ?? '').split(';')) {
    const [key = '', value = ''] = part.split('=', 2);
    if (key.trim() === name && value !== '') return value.trim();
  }
  return null;
}

/** null takes it away. Without a date: it ends with the browser, and on the server when its time is over. */
export function cookieHeader(incoming: Incoming, token: string | null): Record<string, string> {
  const secure = incoming.baseUrl.startsWith('https:') ? '; Secure' : '';
  const end = token === null ? '; Max-Age=0' : '';
  return {
    'Set-Cookie': `${nameFor(incoming)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure}${end}`,
  };
}
