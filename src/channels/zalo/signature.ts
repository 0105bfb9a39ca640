import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * The webhook's signature: SHA-256 (plain, no HMAC) over app id, raw body, timestamp and the OA secret key,
 * one behind the other. The body is the bytes as they came; parsing and writing them again changes them.
 */
export function zaloMac(appId: string, body: Uint8Array, timestamp: string, oaSecretKey: string): Buffer {
  return createHash('sha256').update(appId).update(body).update(timestamp).update(oaSecretKey).digest();
}

/** `header`: `mac=<64 hex>`, also without `mac=`, with blanks around `=`, in capitals. Constant time. */
export function isSigned(header: string | undefined, mac: Buffer): boolean {
  const hex = /^\s*(?:mac\s*=\s*)?([0-9a-f]{64})\s*$/i.exec(header ?? '')?.[1];
  return hex !== undefined && timingSafeEqual(Buffer.from(hex, 'hex'), mac);
}
