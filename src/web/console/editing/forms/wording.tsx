import { Tag } from 'antd';
import { formWords } from '../../words/kinds.vi.ts';
import { useValue } from '../doc/use-doc.ts';
import { TextField } from '../fields/text-field.tsx';
import { textOf } from '../fields/text-of.ts';

const words = formWords.wording;

/** One sentence of the bot; what it fills in is shown, so that nothing in braces is lost. */
export function WordingFields() {
  const [value] = useValue('');
  const places = [...new Set(textOf(value).vi.match(/\{[\w-]+\}/g))];
  return (
    <>
      <TextField path="" label={words.text} help={words.textHelp} rows={3} required />
      {places.length === 0 ? null : (
        <p>
          {words.places}{' '}
          {places.map((place) => (
            <Tag key={place}>{place}</Tag>
          ))}
        </p>
      )}
    </>
  );
}
