import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { contentHash } from '#knowledge/canonical.ts';
import { compiledReleaseSchema, type CompiledRelease } from '#knowledge/release.ts';
import { AppError } from '#root/errors.ts';
import { decodeModel, encodeModel, type Model } from '#understanding/model.ts';
import type { ReleaseStore } from './repository/releases.ts';

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

/** Releases and matchers as text in the database: packed, so that a release is some hundred kilobytes. */
export interface Artifacts {
  compiled(hash: string): Promise<CompiledRelease>;
  model(hash: string): Promise<Model>;
  storeCompiled(compiled: CompiledRelease): Promise<void>;
  /** Gives the name under which it is kept. */
  storeModel(model: Model): Promise<string>;
}

export function createArtifacts(store: ReleaseStore): Artifacts {
  const read = async (hash: string, kind: 'compiled' | 'model'): Promise<Buffer> => {
    const body = await store.artifact(hash, kind);
    if (body === null) throw new AppError('RELEASE_MISSING', `${kind} ${hash.slice(0, 12)}`);
    return await unpack(Buffer.from(body, 'base64'));
  };
  const write = async (hash: string, kind: 'compiled' | 'model', bytes: Uint8Array): Promise<void> =>
    store.storeArtifact(hash, kind, (await pack(bytes)).toString('base64'));
  return {
    async compiled(hash) {
      const parsed = compiledReleaseSchema.safeParse(
        JSON.parse((await read(hash, 'compiled')).toString('utf8')),
      );
      if (!parsed.success)
        throw new AppError('RELEASE_INVALID', 'made by another version', { cause: parsed.error });
      return parsed.data;
    },
    model: async (hash) => decodeModel(new Uint8Array(await read(hash, 'model'))),
    storeCompiled: (compiled) => write(compiled.hash, 'compiled', Buffer.from(JSON.stringify(compiled))),
    async storeModel(model) {
      const bytes = encodeModel(model);
      const hash = contentHash(Buffer.from(bytes).toString('base64'));
      await write(hash, 'model', bytes);
      return hash;
    },
  };
}
