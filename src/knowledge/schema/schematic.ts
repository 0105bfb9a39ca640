import { z } from 'zod';
import { dateSchema } from './ids.ts';
import { textSchema } from './text.ts';

/** A stored picture by its bytes and its size in px, so that nothing jumps when it comes: `<sha256>-<width>x<height>`. */
export const pictureIdSchema = z
  .string()
  .regex(/^[0-9a-f]{64}-[1-9]\d{0,3}x[1-9]\d{0,3}$/, 'must be the name of a picture that was uploaded');

/** What the screen of a step looks like. Without `picture` it is our own drawing of the same name. */
export const schematicSchema = z.strictObject({
  picture: pictureIdSchema.optional(),
  /** For who cannot see it: what it shows, where to press. */
  alt: textSchema,
  /** The day the screen was seen to be so. */
  asOf: dateSchema,
});

/** By the name that a step gives: its id, with `.vneid` in the VNeID app. */
export const schematicsFileSchema = z.record(z.string(), schematicSchema);
export type SchematicsFile = z.infer<typeof schematicsFileSchema>;

/** A real screenshot in place of the drawing. */
export const screenshotSchema = schematicSchema.required({ picture: true });
export type Screenshot = z.infer<typeof screenshotSchema>;

/** Width and height in px. */
export function sizeOfPicture(id: string): { readonly width: number; readonly height: number } {
  const [width = 0, height = 0] = (id.split('-')[1] ?? '').split('x').map(Number);
  return { width, height };
}
