import { Linked } from './linked.tsx';

/** Plain text: an empty line parts paragraphs, a line break stays one. Never read as HTML. */
export function Prose({ text }: { text: string }) {
  return (
    <div class="prose">
      {text
        .split(/\n{2,}/)
        .filter((part) => part.trim() !== '')
        .map((part, index) => (
          <p key={index} dir="auto">
            <Linked text={part} />
          </p>
        ))}
    </div>
  );
}
