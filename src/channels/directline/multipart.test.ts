import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitParts, type Part } from './multipart.ts';

const BOUNDARY = 'xBOUNDx';

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function split(bytes: Buffer, size: number, maxPart = 10_000): Promise<Part[]> {
  const parts: Part[] = [];
  const wanted = (headers: string): boolean => headers.includes('activity');
  for await (const part of splitParts(inChunks(bytes, size), BOUNDARY, wanted, maxPart)) parts.push(part);
  return parts;
}

const body = (parts: readonly { name: string; content: Buffer }[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ name, content }) => [
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);

it('gives back the wanted part byte for byte and drops the others, however the body is cut', async () => {
  const content = fc
    .array(
      fc.constantFrom(
        Buffer.from('\r'),
        Buffer.from('\n--x'),
        Buffer.from('\r\n--xBOUND'),
        Buffer.from('é\0'),
      ),
    )
    .map((pieces) => Buffer.concat(pieces));
  await fc.assert(
    fc.asyncProperty(content, content, fc.integer({ min: 1, max: 40 }), async (file, activity, size) => {
      const parts = await split(
        body([
          { name: 'file', content: file },
          { name: 'activity', content: activity },
        ]),
        size,
      );
      expect(parts.map((part) => part.body)).toEqual([null, activity]);
    }),
    { numRuns: 60 },
  );
});

it('refuses what breaks off, what never begins and what is too large', async () => {
  const whole = body([{ name: 'activity', content: Buffer.from('x'.repeat(500)) }]);
  await expect(split(whole.subarray(0, 300), 50)).rejects.toMatchObject({ code: 'BODY_INVALID' });
  await expect(split(Buffer.from('nothing of the kind'), 50)).rejects.toMatchObject({ code: 'BODY_INVALID' });
  await expect(split(whole, 50, 100)).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' });
  const headers = Buffer.from(`--${BOUNDARY}\r\n${'a'.repeat(20_000)}`);
  await expect(split(headers, 500)).rejects.toMatchObject({ code: 'BODY_INVALID' });
});
