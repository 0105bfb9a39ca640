import { pictureStoredSchema } from '#publishing/contract.ts';
import { addressOf, call } from './call.ts';

const PICTURES = '/api/staff/:scope/pictures';

/** Gives the name under which it is kept: what an entry says. */
export const storePicture = async (scope: string, bytes: Blob): Promise<string> => {
  const stored = await call(
    { method: 'POST', path: PICTURES, out: pictureStoredSchema },
    { params: { scope }, body: bytes },
  );
  return stored.picture;
};

/** Where officers see a picture, published or not. */
export const pictureAddress = (scope: string, picture: string): string =>
  addressOf(`${PICTURES}/:picture`, { params: { scope, picture } });
