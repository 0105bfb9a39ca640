import { finish, run, statement, text, type Database } from '#store/database.ts';

/** The bytes of screenshots, each once under a name made from them; never changed. Sent again it counts as new. */
export interface PictureStore {
  put(picture: StoredPicture & { readonly id: string }, now: number): Promise<void>;
  find(id: string): Promise<StoredPicture | null>;
}

export interface StoredPicture {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const put = statement(
  `INSERT INTO picture (id, type, body, stored_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO UPDATE SET stored_at = excluded.stored_at`,
);
const find = statement('SELECT type, body FROM picture WHERE id = $1');
/** Every version of an entry counts: any release can be gone back to. A draft that was dropped is not taken up again. */
const dropUnused = statement(
  `DELETE FROM picture WHERE stored_at < $1
     AND NOT EXISTS (SELECT 1 FROM entry WHERE kind = 'schematic' AND value LIKE '%' || picture.id || '%')
     AND NOT EXISTS (SELECT 1 FROM entry_version WHERE kind = 'schematic' AND value LIKE '%' || picture.id || '%')
     AND NOT EXISTS (
       SELECT 1 FROM draft WHERE kind = 'schematic' AND status <> 'dropped'
         AND (value LIKE '%' || picture.id || '%' OR base LIKE '%' || picture.id || '%')
     )`,
);

/** How long a picture may wait for its entry. */
const UNUSED_MS = 30 * 24 * 3_600_000;

/** Deletes what was uploaded and then used nowhere. */
export const createPictureSweep =
  ({ gate }: Pick<Database, 'gate'>) =>
  (now: number): Promise<void> =>
    gate.write(function* sweep() {
      yield* finish(dropUnused(now - UNUSED_MS));
    });

export function createPictureStore({ gate }: Database): PictureStore {
  return {
    put: ({ id, type, bytes }, now) =>
      gate.write(function* store() {
        yield* finish(put(id, type, Buffer.from(bytes).toString('base64'), now));
      }),
    async find(id) {
      const [rows] = await gate.read(() => run(find(id)));
      const row = rows?.[0];
      return row === undefined
        ? null
        : { type: text(row, 'type'), bytes: Buffer.from(text(row, 'body'), 'base64') };
    },
  };
}
