import { schematicSchema } from '#knowledge/schema/schematic.ts';
import { localDate } from '#root/clock.ts';
import { formWords } from '../../words/kinds.vi.ts';
import { useDoc, useValue } from '../doc/use-doc.ts';
import { DateField } from '../fields/simple-fields.tsx';
import { TextField } from '../fields/text-field.tsx';
import { PictureField } from '../picture/picture-field.tsx';
import type { KindForm } from './form.ts';

const words = formWords.schematic;

/** Words and day of a drawing come with it: they are asked for a screenshot alone. */
const Schematic = () => {
  const doc = useDoc();
  const [picture] = useValue('picture');
  const seenToday = (): void => doc.set('asOf', localDate(Date.now()));
  return (
    <>
      <PictureField path="picture" label={words.picture} help={words.pictureHelp} onChosen={seenToday} />
      {typeof picture === 'string' ? (
        <>
          <TextField path="alt" label={words.alt} help={words.altHelp} rows={2} required />
          <DateField path="asOf" label={words.asOf} help={words.asOfHelp} required />
        </>
      ) : null}
    </>
  );
};

/** `picture`: the name of a stored screenshot; absent: our own drawing. */
export const schematicForm: KindForm = {
  schema: schematicSchema,
  sections: [{ id: 'about', title: words.about, paths: ['picture', 'alt', 'asOf'], Content: Schematic }],
};
