import { z } from 'zod';
import { dateSchema } from '#knowledge/schema/ids.ts';
import { formWords } from '../../words/kinds.vi.ts';
import { DateField, LineField } from '../fields/simple-fields.tsx';
import { PictureField } from '../picture/picture-field.tsx';
import type { KindForm } from './form.ts';

const words = formWords.schematic;

const Schematic = () => (
  <>
    <PictureField path="picture" label={words.picture} help={words.pictureHelp} />
    <LineField path="alt" label={words.alt} help={words.altHelp} required />
    <DateField path="asOf" label={words.asOf} required />
  </>
);

/** `picture`: a data address of a PNG; absent: the one that is there stays. */
export const schematicForm: KindForm = {
  schema: z.strictObject({ picture: z.string().optional(), alt: z.string().min(1), asOf: dateSchema }),
  sections: [{ id: 'about', title: words.about, paths: ['picture', 'alt', 'asOf'], Content: Schematic }],
};
