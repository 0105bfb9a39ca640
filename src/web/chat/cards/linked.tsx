import { words } from '../words.ts';

/** Text with its https addresses as links. Nothing else becomes a link. */
export function Linked({ text }: { text: string }) {
  // Captured addresses stand at the odd places.
  const parts = text.split(/(https:\/\/[^\s<>"'“”]*[^\s<>"'“”.,;:!?)\]])/);
  return (
    <>{parts.map((part, index) => (index % 2 === 1 ? <Link key={index} url={part} text={part} /> : part))}</>
  );
}

/** A link only where the address is https; else its words alone. */
export function Link({ url, text }: { url: string; text: string }) {
  if (!/^https:\/\/[^\s]+$/.test(url)) return <>{text}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {text}
      <span class="hidden"> ({words.sources.newWindow})</span>
    </a>
  );
}
