import { Form } from 'antd';
import { useId, type ReactNode } from 'react';
import type { Path } from '../doc/path.ts';
import { useDoc, useFaults } from '../doc/use-doc.ts';

export interface FieldProps {
  readonly path: Path;
  readonly label: string;
  /** One sentence under the label: what belongs here. */
  readonly help?: string | undefined;
  readonly required?: boolean | undefined;
}

/** Label, help, and what is wrong, tied to the input by `id`. `deep`: faults of everything under the path are its own. */
export function Field({
  path,
  label,
  help,
  required,
  deep = false,
  children,
}: FieldProps & {
  readonly deep?: boolean;
  readonly children: (input: FieldInput) => ReactNode;
}) {
  const doc = useDoc();
  const faults = useFaults(path, deep);
  const id = useId();
  const input: FieldInput = {
    id,
    'aria-describedby': `${id}-help ${id}-faults`,
    'aria-invalid': faults.some(({ severity }) => severity === 'error'),
    onBlur: () => doc.touch(path),
  };
  const status = input['aria-invalid'] ? 'error' : faults.length > 0 ? 'warning' : undefined;
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      required={required ?? false}
      layout="vertical"
      {...(status === undefined ? {} : { validateStatus: status })}
      className="field"
      data-path={path}
    >
      {help === undefined ? null : (
        <p id={`${id}-help`} className="field-help">
          {help}
        </p>
      )}
      {children(input)}
      <div id={`${id}-faults`} className="field-faults" role={faults.length > 0 ? 'alert' : undefined}>
        {[...new Set(faults.map(({ message }) => message))].map((message) => (
          <p key={message}>{message}</p>
        ))}
      </div>
    </Form.Item>
  );
}

export interface FieldInput {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
  readonly onBlur: () => void;
}
