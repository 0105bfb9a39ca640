import type { Unit } from '#knowledge/schema/unit.ts';
import { hours } from '#replies/compose/hours.ts';
import { anyQuestion, contactBlocks, unitName } from '#replies/compose/who.ts';
import { escaped, html } from './html.ts';
import { contactLine } from './procedure-page.ts';
import { siteVoice, unitPath, type Site } from './site.ts';

/**
 * The chat's page for a unit, or for the whole city: whose it is (`<html data-unit="25326" …>`), title and
 * description for search engines and shared links, and without script the contacts and a way to the procedures.
 */
export function chatHtml(site: Site, page: string, unit: Unit | null, baseUrl: string | null): string {
  const voice = siteVoice(site);
  const release = site.release();
  const contacts = contactBlocks(voice, release, unit?.code ?? null, anyQuestion(release)).flatMap((block) =>
    block.kind === 'contact' ? [block] : [],
  );
  const found = html`<p>${voice.words('page.without-script')}</p>
    <p><a href="/thu-tuc">${voice.words('page.all')}</a></p>
    <ul>
      ${contacts.map(contactLine)}
    </ul>`.text;
  // Its own text is what stands after the last heading; a function, so that "$" in it means nothing.
  const readable = page.replace(
    /(<main class="without-script"[\s\S]*?)(<\/main>)/,
    (_, before: string, end: string) => before + found + end,
  );
  if (unit === null) return readable;

  const name = unitName(voice, release, unit);
  const title = voice.words('page.unit-title', { unit: `${unit.type} ${unit.name}` });
  const description = voice.words('page.unit-description', { unit: name });
  // The desk's own number, where one is verified: the general one stands in every answer anyway.
  const verified = unit.contacts.filter(({ status }) => status === 'verified');
  const phone = verified.find((contact) => contact.phone !== undefined)?.phone;
  const openings = verified.find((contact) => contact.hours.length > 0)?.hours;
  const attributes = [
    ` data-unit="${unit.code}" data-unit-name="${escaped(unit.name)}" data-unit-slug="${unit.slug}"`,
    ...(phone === undefined ? [] : [` data-unit-phone="${escaped(phone)}"`]),
    ...(openings === undefined ? [] : [` data-unit-hours="${escaped(hours(voice, openings))}"`]),
  ].join('');
  const shared = html`<meta property="og:type" content="website" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    ${
      baseUrl === null
        ? null
        : html`<meta property="og:url" content="${baseUrl + unitPath(unit.slug)}" />
            <link rel="canonical" href="${baseUrl + unitPath(unit.slug)}" />`
    }`.text;
  return withPlace(readable, `${unit.type} ${unit.name}`)
    .replace(/<html\b/, (tag) => tag + attributes)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`)
    .replace(
      /<meta name="description"[^>]*>/,
      () => `<meta name="description" content="${escaped(description)}" />${shared}`,
    );
}

/** Whose page it is stands in the head before the script is here. */
const withPlace = (page: string, place: string): string =>
  page.replace('<!--unit-->', () => html` · ${place}`.text);
