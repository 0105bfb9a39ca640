import { UploadOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { formWords } from '../../words/kinds.vi.ts';
import { useValue } from '../doc/use-doc.ts';
import { Field, type FieldProps } from '../fields/field.tsx';
import { PICTURE_MAX_BYTES, PICTURE_TYPES, reencode, type Picture } from './reencode.ts';

const words = formWords.schematic;

/** A picture of this device, checked and drawn anew before it is kept. */
export function PictureField(field: FieldProps) {
  const [value, set] = useValue(field.path);
  const [wrong, setWrong] = useState<string | null>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const url = typeof value === 'string' ? value : null;
  const choose = async (file: File): Promise<void> => {
    setWrong(null);
    if (!PICTURE_TYPES.includes(file.type)) return setWrong(words.wrongType);
    if (file.size > PICTURE_MAX_BYTES) return setWrong(words.tooLarge);
    try {
      const drawn = await reencode(file);
      setPicture(drawn);
      set(drawn.url);
    } catch {
      setWrong(words.unreadable);
    }
  };
  return (
    <Field {...field}>
      {(input) => (
        <>
          {url === null ? null : <img className="picture" src={url} alt="" />}
          {picture === null ? null : (
            <p>{words.size(picture.width, picture.height, Math.ceil(picture.bytes / 1024))}</p>
          )}
          <Upload
            accept={PICTURE_TYPES.join(',')}
            showUploadList={false}
            beforeUpload={(file) => {
              void choose(file);
              return Upload.LIST_IGNORE;
            }}
          >
            <Button
              id={input.id}
              aria-describedby={input['aria-describedby']}
              icon={<UploadOutlined aria-hidden />}
            >
              {url === null ? words.choose : words.replace}
            </Button>
          </Upload>
          <p className="field-help">{words.noPersonal}</p>
          {wrong === null ? null : <p role="alert">{wrong}</p>}
        </>
      )}
    </Field>
  );
}
