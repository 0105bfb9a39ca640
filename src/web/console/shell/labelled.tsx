import { useId, type ReactNode } from 'react';

/** A field with its label above, for fields that are in no form. `children` takes the id that the label names. */
export function Labelled({
  label,
  className = '',
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={`labelled ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
