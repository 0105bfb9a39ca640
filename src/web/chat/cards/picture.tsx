import { schematics } from 'virtual:schematics';
import { useState } from 'preact/hooks';
import type { BlockOf } from '../read-reply.ts';
import { words } from '../words.ts';
import { asDate } from './as-date.ts';

/**
 * The screen of a step, a real screenshot or drawn; says which and how old. Fetched only when it comes into view. One
 * that staff took back since gives way to the drawing.
 */
export function Picture({ name, shot }: { name: string; shot?: BlockOf<'step'>['shot'] }) {
  const [gone, setGone] = useState<string | null>(null);
  const isShot = shot !== undefined && shot.url !== gone;
  const picture = isShot ? { ...shot, real: true } : schematics.get(name);
  if (picture === undefined) return null;
  const { url, alt, asOf, real, width, height } = picture;
  return (
    <figure class="picture">
      <img
        src={url}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        onError={() => setGone(shot?.url ?? null)}
      />
      <figcaption>{(real ? words.picture.real : words.picture.drawn)(asDate(asOf))}</figcaption>
    </figure>
  );
}
