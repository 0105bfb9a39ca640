import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { itemNames } from '#publishing/item-names.ts';
import { isAtOrUnder, type FieldFault } from '../../editing/doc/doc.ts';
import { useAllFaults, useDoc } from '../../editing/doc/use-doc.ts';
import { fieldName } from '../../editing/field-names.ts';
import type { FormSection } from '../../editing/forms/form.ts';
import { contentWords } from '../../words/content.vi.ts';

const words = contentWords.entry;

/** How much is left to mend, and a way to each place. */
export function FaultList({
  sections,
  go,
}: {
  readonly sections: readonly FormSection[];
  readonly go: (section: string) => void;
}) {
  const doc = useDoc();
  const faults = useAllFaults();
  const [open, setOpen] = useState(false);
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  if (faults.length === 0) return null;
  const titles = [
    ...(errors > 0 ? [words.faults(errors)] : []),
    ...(faults.length > errors ? [words.warnings(faults.length - errors)] : []),
  ];
  const show = ({ path }: FieldFault): void => {
    const section = sections.find(({ paths }) => paths.some((own) => isAtOrUnder(path, own)));
    if (section !== undefined) go(section.id);
    // The part is drawn first.
    setTimeout(() => focusAt(path), 60);
  };
  return (
    <Alert
      type={errors > 0 ? 'error' : 'warning'}
      showIcon
      title={titles.join(', ')}
      description={
        <>
          <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {words.showFaults}
          </Button>
          {open ? (
            <ul className="faults">
              {faults.map((fault) => (
                <li key={`${fault.path} ${fault.message}`}>
                  <Flex gap={8} wrap>
                    <Button type="link" size="small" onClick={() => show(fault)}>
                      {fault.path === ''
                        ? words.elsewhere
                        : fieldName(fault.path, itemNames(fault.path, [doc.whole()]))}
                    </Button>
                    <span>{fault.message}</span>
                  </Flex>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      }
    />
  );
}

/** The field itself, or the nearest thing around it that is drawn. */
function focusAt(path: string): void {
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const place = document.querySelector(`[data-path="${CSS.escape(steps.slice(0, length).join('.'))}"]`);
    if (place === null) continue;
    place.scrollIntoView({ block: 'center' });
    place.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')?.focus();
    return;
  }
}
