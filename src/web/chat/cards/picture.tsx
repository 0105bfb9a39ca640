import { schematics } from 'virtual:schematics';
import { words } from '../words.ts';
import { asDate } from './as-date.ts';

/** The screen of a step, drawn; says that it is a drawing and how old. Fetched only when it comes into view. */
export function Picture({ name }: { name: string }) {
  const picture = schematics.get(name);
  if (picture === undefined) return null;
  const { url, alt, asOf, real, width, height } = picture;
  return (
    <figure class="picture">
      <img src={url} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
      <figcaption>{(real ? words.picture.real : words.picture.drawn)(asDate(asOf))}</figcaption>
    </figure>
  );
}
