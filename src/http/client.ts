import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The client's address. Behind our proxy it is the last entry of X-Forwarded-For: the proxy wrote that one,
 * everything before it is what the client claimed.
 */
export function clientAddress(message: IncomingMessage, trustProxy: boolean): string {
  const socket = message.socket.remoteAddress ?? '';
  if (!trustProxy) return plain(socket);
  const forwarded = [message.headers['x-forwarded-for'] ?? []].flat().join(',');
  return plain(forwarded.split(',').at(-1)?.trim() || socket);
}

/** What is counted for limits: an IPv6 household has a /64, not one address. */
export function addressKey(address: string): string {
  if (!address.includes(':') || !isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const rest = tail.split(':').filter((group) => group !== '');
  const full = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest];
  return full
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}

const proxyHeader = /^(?:x-forwarded-.*|x-real-ip|x-client-ip|true-client-ip|cf-.*|forwarded|via)$/;

/**
 * True where the request came from this machine itself and no proxy stands between. A proxy on this machine that adds
 * no header is known by the name it was asked for, or by HTTP/1.0, which nginx speaks unless told otherwise.
 */
export function isLoopback(message: IncomingMessage): boolean {
  const { headers, socket, httpVersion } = message;
  const asked = (headers.host ?? 'localhost').replace(/:\d+$/, '').toLowerCase();
  const viaProxy =
    httpVersion === '1.0' ||
    !(asked === 'localhost' || asked === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(asked)) ||
    Object.keys(headers).some((name) => proxyHeader.test(name));
  const address = plain(socket.remoteAddress ?? '');
  return !viaProxy && (address === '::1' || address.startsWith('127.'));
}

/** `https://host` as the client reaches us; a configured address wins over what the request says. */
export function baseUrl(message: IncomingMessage, publicUrl: string | null, trustProxy: boolean): string {
  if (publicUrl !== null) return publicUrl;
  const forwarded = trustProxy ? header(message, 'x-forwarded-proto') : null;
  const claimed = (trustProxy ? header(message, 'x-forwarded-host') : null) ?? message.headers.host ?? '';
  // It goes into headers and addresses: what is no host could carry a directive of its own.
  const host = isHost(claimed) ? claimed : 'localhost';
  return `${forwarded === 'https' ? 'https' : 'http'}://${host}`;
}

/** Nearly every request names the same one. */
let lastHost = 'localhost';

/** A name or an address, perhaps with a port. */
function isHost(text: string): boolean {
  if (text === lastHost) return true;
  const is =
    /^(?:[a-z\d_.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i.test(text) && URL.canParse(`http://${text}`);
  if (is) lastHost = text;
  return is;
}

/** False where the request line or its Host make no address: the router would throw, and end the process with it. */
export function isAddressable({ url = '', headers }: IncomingMessage): boolean {
  const { host } = headers;
  if (host !== undefined && host !== '' && !isHost(host)) return false;
  return url.startsWith('/') ? URL.canParse(`http://localhost${url}`) : URL.canParse(url, 'http://localhost');
}

function header(message: IncomingMessage, name: string): string | null {
  const value = [message.headers[name] ?? []].flat()[0];
  return value?.split(',')[0]?.trim() || null;
}

/** IPv4 in IPv6's clothes counts as IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
