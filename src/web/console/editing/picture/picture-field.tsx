import { DeleteOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Flex, Upload } from 'antd';
import { useState } from 'react';
import { ApiError } from '../../api/error.ts';
import { pictureAddress, storePicture } from '../../api/pictures.ts';
import { useScope } from '../../api/session.ts';
import { formWords } from '../../words/kinds.vi.ts';
import { useValue } from '../doc/use-doc.ts';
import { Field, type FieldProps } from '../fields/field.tsx';
import { CHOSEN_MAX_BYTES, PICTURE_TYPES, reencode, type Picture } from './reencode.ts';

const words = formWords.schematic;

/**
 * A picture of this device, checked, drawn anew and sent; the entry holds its name. `onChosen`: another picture stands
 * there now.
 */
export function PictureField({ onChosen, ...field }: FieldProps & { readonly onChosen: () => void }) {
  const scope = useScope();
  const [value, set] = useValue(field.path);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [picture, setPicture] = useState<Picture | null>(null);
  const stored = typeof value === 'string' ? value : null;
  const choose = async (file: File): Promise<void> => {
    setWrong(null);
    if (!PICTURE_TYPES.includes(file.type)) return setWrong(words.wrongType);
    if (file.size > CHOSEN_MAX_BYTES) return setWrong(words.tooLarge);
    setBusy(true);
    try {
      const drawn = await reencode(file);
      set(await storePicture(scope, drawn.blob));
      setPicture(drawn);
      onChosen();
    } catch (error) {
      setWrong(error instanceof ApiError ? error.message : words.unreadable);
    } finally {
      setBusy(false);
    }
  };
  const takeBack = (): void => {
    setPicture(null);
    set(undefined);
  };
  return (
    <Field {...field}>
      {(input) => (
        <>
          {stored === null ? (
            <p>{words.drawn}</p>
          ) : (
            <img className="picture" src={pictureAddress(scope, stored)} alt={words.seen} />
          )}
          {picture === null ? null : (
            <p>{words.size(picture.width, picture.height, Math.ceil(picture.blob.size / 1024))}</p>
          )}
          <Flex gap={8} wrap>
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
                loading={busy}
              >
                {stored === null ? words.choose : words.replace}
              </Button>
            </Upload>
            {stored === null ? null : (
              <Button icon={<DeleteOutlined aria-hidden />} onClick={takeBack}>
                {words.takeBack}
              </Button>
            )}
          </Flex>
          <p className="field-help">{words.noPersonal}</p>
          {wrong === null ? null : <p role="alert">{wrong}</p>}
        </>
      )}
    </Field>
  );
}
