import { Button, Flex, Input, Tag } from 'antd';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { editingWords as words } from '../../words/editing.vi.ts';
import { isList } from '../doc/path.ts';
import { useValue } from '../doc/use-doc.ts';
import { Field, type FieldProps } from './field.tsx';

/** Short wordings, one a tag. Enter adds one; pasted lines become one each; what stands there already is not added twice. */
export function LinesField({ placeholder, ...field }: FieldProps & { readonly placeholder?: string }) {
  const [value, set] = useValue(field.path);
  const [typed, setTyped] = useState('');
  const lines = isList(value) ? value.filter((line) => typeof line === 'string') : [];
  const write = (next: readonly string[]): void => set(next.length === 0 ? undefined : next);
  const add = (text: string): void => {
    write(withLines(lines, text));
    setTyped('');
  };
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text');
    if (!text.trim().includes('\n')) return;
    event.preventDefault();
    add(text);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add(typed);
  };
  return (
    <Field {...field} deep>
      {(input) => (
        <Flex vertical gap={8}>
          {lines.length === 0 ? null : (
            <ul className="tags" aria-label={field.label}>
              {lines.map((line, index) => (
                <li key={line}>
                  <Tag
                    closable={{ 'aria-label': words.removeLine(line) }}
                    onClose={(event) => {
                      event.preventDefault();
                      write(lines.toSpliced(index, 1));
                    }}
                  >
                    {line}
                  </Tag>
                </li>
              ))}
            </ul>
          )}
          <Flex gap={8}>
            <Input
              {...input}
              value={typed}
              placeholder={placeholder ?? words.linePlaceholder}
              onChange={({ target }) => setTyped(target.value)}
              onPaste={paste}
              onKeyDown={key}
            />
            <Button onClick={() => add(typed)} disabled={typed.trim() === ''}>
              {words.add}
            </Button>
          </Flex>
        </Flex>
      )}
    </Field>
  );
}

/** With each line of a text that is not there yet, whatever its case. */
export function withLines(lines: readonly string[], text: string): readonly string[] {
  const known = new Set(lines.map((line) => line.toLowerCase()));
  const fresh: string[] = [];
  for (const line of text.split(/\r?\n/).map((part) => part.trim().replaceAll(/\s+/g, ' '))) {
    if (line === '' || known.has(line.toLowerCase())) continue;
    known.add(line.toLowerCase());
    fresh.push(line);
  }
  return [...lines, ...fresh];
}
