import { PICTURE_MAX_BYTES } from '#publishing/contract.ts';

export const PICTURE_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];
/** Of the file that is chosen; what is sent is at most PICTURE_MAX_BYTES. */
export const CHOSEN_MAX_BYTES = 5 * 1024 * 1024;
const MAX_PX = 1200;

export interface Picture {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** Sharp letters first; JPEG for browsers that write no WebP. */
const TRIES = [
  ['image/png', 1],
  ['image/webp', 0.9],
  ['image/webp', 0.75],
  ['image/jpeg', 0.85],
  ['image/jpeg', 0.7],
  ['image/jpeg', 0.5],
] as const;

/**
 * The picture drawn anew: what cameras write beside it (place, time, device) is gone, it is no larger than screens show
 * and light enough for a phone. Throws where the browser cannot read it, or cannot make it light enough.
 */
export async function reencode(file: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, MAX_PX / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  // JPEG has no see-through: it would be black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  for (const [type, quality] of TRIES) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
    if (blob?.type === type && blob.size <= PICTURE_MAX_BYTES) return { blob, width, height };
  }
  throw new Error('too heavy');
}
