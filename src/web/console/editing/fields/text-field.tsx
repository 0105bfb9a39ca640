import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Json } from '#root/json.ts';
import { editingWords as words } from '../../words/editing.vi.ts';
import { isGroup, join } from '../doc/path.ts';
import { useValue } from '../doc/use-doc.ts';
import { Field, type FieldProps } from './field.tsx';
import { textOf } from './text-of.ts';

/** Words for people: Vietnamese, and English where it was written. */
export function TextField({ rows, ...field }: FieldProps & { readonly rows?: number }) {
  const [value, set] = useValue(field.path);
  const text = textOf(value);
  const [english, setEnglish] = useState(text.en !== '');
  const write = (vi: string, en: string): void =>
    set(valueOf(vi, en, isGroup(value), field.required === true));
  const shows = english || text.en !== '';
  return (
    <>
      <Field {...field} deep>
        {(input) => (
          <>
            <Area {...input} rows={rows} value={text.vi} onChange={(vi) => write(vi, text.en)} lang="vi" />
            {shows ? null : (
              <Button type="link" size="small" className="more" onClick={() => setEnglish(true)}>
                {words.addEnglish}
              </Button>
            )}
          </>
        )}
      </Field>
      {shows ? (
        <Field path={join(field.path, 'en')} label={words.english(field.label)}>
          {(input) => (
            <Area {...input} rows={rows} value={text.en} onChange={(en) => write(text.vi, en)} lang="en" />
          )}
        </Field>
      ) : null}
    </>
  );
}

/** What must be there stays, empty: taken away it would take its place in a list with it. */
function valueOf(vi: string, en: string, wasGroup: boolean, required: boolean): Json | undefined {
  if (en !== '') return { vi, en };
  if (vi === '') return required ? '' : undefined;
  return wasGroup ? { vi } : vi;
}

function Area({
  rows,
  onChange,
  ...rest
}: {
  readonly rows: number | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly lang: string;
}) {
  return (
    <Input.TextArea
      {...rest}
      className="grows"
      rows={rows ?? 1}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
