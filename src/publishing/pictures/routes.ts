import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Answer } from '#http/answer.ts';
import { created } from '#http/answer.ts';
import { anyone, noInput, route, type Route } from '#http/route.ts';
import { pictureIdSchema } from '#knowledge/schema/schematic.ts';
import { AppError } from '#root/errors.ts';
import { scopeParams, type Audit, type StaffDoor } from '#staff/door.ts';
import { PICTURE_MAX_BYTES, pictureStoredSchema } from '../contract.ts';
import type { Live } from '../ports.ts';
import { pictureType } from './picture-type.ts';
import type { PictureStore, StoredPicture } from './repository.ts';

/** Wider or higher than any screen shows. */
const MOST_PX = 4000;

interface Parts {
  readonly door: StaffDoor;
  readonly audit: Audit;
  readonly pictures: PictureStore;
  readonly clock: () => number;
}

/** Screenshots of officers: stored as they are sent, and seen before they are published. */
export const pictureRoutes = ({ door, audit, pictures, clock }: Parts): readonly Route[] => [
  route({
    method: 'POST',
    path: '/api/staff/:scope/pictures',
    who: door.holding('edit'),
    in: {
      params: scopeParams,
      query: noInput.query,
      body: z.instanceof(Uint8Array),
      mode: 'bytes',
      maxBytes: PICTURE_MAX_BYTES,
    },
    out: { 201: pictureStoredSchema },
    limit: { points: 60, seconds: 3600, key: ({ id }) => id },
    async handler({ caller, params: { scope }, body: bytes }) {
      const kind = pictureType(bytes);
      if (kind === null) throw new AppError('BODY_INVALID', 'no PNG, JPEG or WebP');
      const { type, width, height } = kind;
      if (Math.min(width, height) < 1 || Math.max(width, height) > MOST_PX)
        throw new AppError('BODY_INVALID', 'too wide or too high');
      const hash = createHash('sha256').update(bytes).digest('hex');
      const id = `${hash}-${String(width)}x${String(height)}`;
      const now = clock();
      await pictures.put({ id, type, bytes }, now);
      const detail = `${type}, ${String(width)}x${String(height)}, ${String(bytes.length)} B`;
      await audit.write({ officer: caller.id, scope, action: 'picture.upload', subject: id, detail }, now);
      return created({ picture: id });
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/:scope/pictures/:picture',
    who: door.holding('view'),
    in: { ...noInput, params: scopeParams.extend({ picture: z.string() }) },
    out: { 200: null },
    handler: async ({ params: { picture } }) => answerOf(await pictures.find(picture), 'private'),
  }),
];

/** What residents see: of all that is stored only what the live release names, so that taking one back takes it away. */
export const openPictureRoutes = (pictures: PictureStore, live: () => Live): readonly Route[] => [
  route({
    method: 'GET',
    path: '/pictures/:picture',
    who: anyone,
    in: { ...noInput, params: z.object({ picture: pictureIdSchema }) },
    out: { 200: null },
    async handler({ params }) {
      const named = [...live().release.screenshots.values()].some(
        ({ picture }) => picture === params.picture,
      );
      return answerOf(named ? await pictures.find(params.picture) : null, 'public');
    },
  }),
];

function answerOf(found: StoredPicture | null, who: 'public' | 'private'): Answer {
  if (found === null) throw new AppError('NOT_FOUND');
  return {
    status: 200,
    bytes: found.bytes,
    headers: {
      'Content-Type': found.type,
      // Under this name it is always the same.
      'Cache-Control': `${who}, max-age=31536000, immutable`,
      // Opened alone it is a picture and nothing else.
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  };
}
