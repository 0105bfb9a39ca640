import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { extname, join, relative, sep } from 'node:path';
import type { Answer } from './answer.ts';
import { pageHeaders } from './headers.ts';
import type { Origins } from './origins.ts';
import { anyone, noInput, route, type Incoming, type Route } from './route.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

export interface File {
  readonly contentType: string;
  readonly etag: string;
  readonly immutable: boolean;
  readonly plain: Buffer;
  readonly packed: ReadonlyMap<string, Buffer>;
}

/**
 * One route for each file of a built page, read into memory at the start: no path of a request ever
 * reaches the disk. `index.html` answers on `/`; names with a content hash are kept for a year.
 * `changePage` puts into HTML what only the running server knows.
 */
export function staticRoutes(
  folder: string,
  origins: Origins,
  changePage: (html: string) => string = (html) => html,
  /** Pages are changed anew when it says another thing. */
  version: () => string = () => '',
): readonly Route[] {
  let made = version();
  let files = new Map(builtFiles(folder, changePage));
  const fileAt = (path: string, file: File): File => {
    if (version() !== made) {
      made = version();
      files = new Map(builtFiles(folder, changePage));
    }
    return files.get(path) ?? file;
  };
  return [...files].map(([path, file]) =>
    route({
      method: 'GET',
      path,
      who: anyone,
      in: noInput,
      out: { 200: null, 304: null },
      handler: ({ incoming }) => serve(fileAt(path, file), incoming, origins),
    }),
  );
}

/** Every file of a built folder in memory, with the path that it is served on. */
export function builtFiles(
  folder: string,
  changePage: (html: string) => string = (html) => html,
): readonly (readonly [path: string, file: File])[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const known = new Set(names);
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  const packedBeside = (name: string): [string, Buffer][] =>
    encodings
      .filter(({ ending }) => known.has(name + ending))
      .map((encoding) => [encoding.name, read(name + encoding.ending)]);

  return names
    .filter((name) => contentTypes[extname(name)] !== undefined)
    .map((name) => {
      const isPage = extname(name) === '.html';
      const plain = isPage ? Buffer.from(changePage(read(name).toString('utf8'))) : read(name);
      const file: File = {
        contentType: contentTypes[extname(name)] ?? 'application/octet-stream',
        etag: etagOf(plain),
        immutable: /-[\w-]{8}\.\w+$/.test(name),
        plain,
        packed: new Map(
          isPage
            ? [
                ['br', brotliCompressSync(plain)],
                ['gzip', gzipSync(plain)],
              ]
            : packedBeside(name),
        ),
      };
      return [name === 'index.html' ? '/' : `/${name}`, file] as const;
    });
}

/** A file made by the server, packed once for all who ask for it. `name` tells its kind. */
export function madeFile(name: string, text: string): File {
  const plain = Buffer.from(text);
  // Made while somebody waits: the last percent is not worth it.
  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  return {
    contentType: contentTypes[extname(name)] ?? 'application/octet-stream',
    etag: etagOf(plain),
    immutable: false,
    plain,
    packed: new Map([
      ['br', brotliCompressSync(plain, quick)],
      ['gzip', gzipSync(plain)],
    ]),
  };
}

const etagOf = (bytes: Buffer): string =>
  `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;

/** 304 where the client has it; packed as the client takes it. */
export function serve(file: File, incoming: Incoming, origins: Origins): Answer {
  const headers: Record<string, string> = {
    'Content-Type': file.contentType,
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: file.etag,
    Vary: 'Accept-Encoding, Origin',
    ...(file.contentType.startsWith('text/html') ? pageHeaders(incoming, origins) : {}),
  };
  const { headers: asked } = incoming.message;
  if (asked['if-none-match'] === file.etag) return { status: 304, headers };
  const accepted = asked['accept-encoding'] ?? '';
  const encoding = encodings.find(({ name }) => file.packed.has(name) && accepts(accepted, name));
  const packed = encoding === undefined ? undefined : file.packed.get(encoding.name);
  if (encoding === undefined || packed === undefined) return { status: 200, bytes: file.plain, headers };
  return { status: 200, bytes: packed, headers: { ...headers, 'Content-Encoding': encoding.name } };
}

/** `br;q=0` says no. */
function accepts(header: string, encoding: string): boolean {
  return header
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .some(([name, quality]) => name === encoding && !/^q=0(?:\.0*)?$/.test(quality ?? ''));
}
