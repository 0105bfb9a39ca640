import { Badge, Flex, Select, Tabs } from 'antd';
import { isAtOrUnder } from '../../editing/doc/doc.ts';
import { useAllFaults } from '../../editing/doc/use-doc.ts';
import type { FormSection } from '../../editing/forms/form.ts';
import { Labelled } from '../../shell/labelled.tsx';
import { contentWords } from '../../words/content.vi.ts';

const words = contentWords.entry;

interface SectionsProps {
  readonly sections: readonly FormSection[];
  /** Id of the one that is open. */
  readonly open: string;
  readonly go: (id: string) => void;
}

/** The parts of a form, one open at a time, each with how many faults are in it. */
export const Sections = ({ wide, ...props }: SectionsProps & { readonly wide: boolean }) =>
  wide ? (
    <Tabs
      activeKey={props.open}
      onChange={props.go}
      tabPlacement="start"
      destroyOnHidden
      items={props.sections.map((section) => ({
        key: section.id,
        label: <SectionTitle section={section} />,
        children: <section.Content />,
      }))}
    />
  ) : (
    <Parts {...props} />
  );

/** On a phone a list of parts: tabs would hide most of them. */
function Parts({ sections, open, go }: SectionsProps) {
  const shown = sections.find((section) => section.id === open);
  return (
    <>
      {sections.length < 2 ? null : (
        <Labelled label={words.parts}>
          {(id) => (
            <Select
              id={id}
              value={open}
              onChange={go}
              listHeight={560}
              options={sections.map((section) => ({
                value: section.id,
                label: <SectionTitle section={section} />,
              }))}
            />
          )}
        </Labelled>
      )}
      {shown === undefined ? null : <shown.Content />}
    </>
  );
}

function SectionTitle({ section }: { readonly section: FormSection }) {
  const faults = useAllFaults();
  const count = faults.filter(
    ({ path, severity }) => severity === 'error' && section.paths.some((own) => isAtOrUnder(path, own)),
  ).length;
  return (
    <Flex gap={6} align="center">
      {section.title}
      {count > 0 ? <Badge count={count} size="small" /> : null}
    </Flex>
  );
}
