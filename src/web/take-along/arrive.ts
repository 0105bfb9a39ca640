/**
 * She came by a code or by a portal's link: `#tiep=K7M2-Q9PX` goes on with what she began elsewhere, `#hoi=<topic>`
 * begins with a matter. Said once and taken out of the address, so that a reload or a shared link does not repeat it.
 */
export function sayFromAddress(say: (text: string, choice: string | null) => void): void {
  const asked = new URLSearchParams(location.hash.slice(1));
  const code = asked.get('tiep') ?? '';
  const topic = asked.get('hoi') ?? '';
  if (code === '' && topic === '') return;
  history.replaceState(null, '', location.pathname + location.search);
  if (/^[2-9A-Z]{4}-?[2-9A-Z]{4}$/i.test(code)) say(code.toUpperCase(), null);
  else if (/^[a-z\d-]{1,80}$/.test(topic)) say(topic.replace(/-/g, ' '), `topic:${topic}`);
}
