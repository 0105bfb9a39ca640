import type { IncomingMessage } from 'node:http';
import { AppError } from '#root/errors.ts';
import { bytesOf } from '#http/body.ts';
import { splitParts, type Part } from './multipart.ts';

/** A phone's photo or a scan; what is larger is refused at once. */
const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;
const MAX_ACTIVITY_BYTES = 256 * 1024;
const MAX_PARTS = 20;

/**
 * The activity of an upload, files dropped unread: from the part named so (it may be the last one), or,
 * where there is none or the body is one raw file, made from the names and types of the files.
 */
export async function readUpload(message: IncomingMessage): Promise<unknown> {
  if (Number(message.headers['content-length'] ?? 0) > MAX_UPLOAD_BYTES) throw new AppError('BODY_TOO_LARGE');
  const type = message.headers['content-type'] ?? '';
  const boundary = /^multipart\/form-data\b.*?;\s*boundary="?([^";]{1,70})"?/i.exec(type)?.[1];
  const bytes = limited(bytesOf(message));
  if (boundary === undefined) {
    for await (const _chunk of bytes) continue;
    return activityOf([{ headers: rawHeaders(message, type), body: null }]);
  }
  const parts: Part[] = [];
  for await (const part of splitParts(bytes, boundary, isActivity, MAX_ACTIVITY_BYTES)) {
    if (parts.push(part) > MAX_PARTS) throw new AppError('BODY_INVALID', 'too many parts');
  }
  return activityOf(parts);
}

/** By name or type, not by the missing file name: browsers give blobs one. */
const isActivity = (headers: string): boolean =>
  /\bname="?activity"?/i.test(headers) || /application\/vnd\.microsoft\.activity/i.test(headers);

function activityOf(parts: readonly Part[]): unknown {
  const own = parts.find((part) => part.body !== null)?.body;
  if (own !== undefined && own !== null) {
    try {
      const activity: unknown = JSON.parse(own.toString('utf8'));
      return activity;
    } catch {
      throw new AppError('ACTIVITY_INVALID', 'the activity part is not JSON');
    }
  }
  if (parts.length === 0) throw new AppError('BODY_INVALID', 'no parts');
  return { type: 'message', attachments: parts.map(({ headers }) => attachmentOf(headers)) };
}

function attachmentOf(headers: string): { contentType: string; name?: string } {
  const contentType = /^content-type:\s*([\w.+/-]+)/im.exec(headers)?.[1] ?? 'application/octet-stream';
  const name = /\bfilename="([^"]*)"/i.exec(headers)?.[1];
  return name === undefined ? { contentType } : { contentType, name };
}

/** Node gives header bytes as Latin-1; names come in UTF-8. */
function rawHeaders(message: IncomingMessage, contentType: string): string {
  const disposition = Buffer.from(message.headers['content-disposition'] ?? '', 'latin1').toString('utf8');
  return `content-type: ${contentType}\ncontent-disposition: ${disposition}`;
}

async function* limited(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_UPLOAD_BYTES) throw new AppError('BODY_TOO_LARGE');
    yield chunk;
  }
}
