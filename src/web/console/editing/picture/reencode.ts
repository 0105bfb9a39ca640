export const PICTURE_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];
export const PICTURE_MAX_BYTES = 5 * 1024 * 1024;
const MAX_WIDTH = 1200;

export interface Picture {
  /** `data:image/png;base64,…` */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/**
 * The picture drawn anew as PNG: what cameras write beside it (place, time, device) is gone, and it is no wider than
 * screens show. Throws where the browser cannot read it.
 */
export async function reencode(file: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, MAX_WIDTH / bitmap.width);
  const width = Math.round(bitmap.width * scale);
  const height = Math.round(bitmap.height * scale);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const url = canvas.toDataURL('image/png');
  return { url, width, height, bytes: Math.round(((url.length - url.indexOf(',') - 1) * 3) / 4) };
}
