import { finish, run, statement, text, type Database } from '#store/database.ts';

/** The bytes of screenshots, each once under a name made from them; never changed. */
export interface PictureStore {
  put(picture: StoredPicture & { readonly id: string }, now: number): Promise<void>;
  find(id: string): Promise<StoredPicture | null>;
}

export interface StoredPicture {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const put = statement(
  `INSERT INTO picture (id, type, body, stored_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING`,
);
const find = statement('SELECT type, body FROM picture WHERE id = $1');

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
