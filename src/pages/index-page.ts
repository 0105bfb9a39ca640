import { localDate } from '#root/clock.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import { anyQuestion, contactBlocks } from '#replies/compose/who.ts';
import { html } from './html.ts';
import { contactLine } from './procedure-page.ts';
import type { Page } from './shell.ts';
import { procedurePath, siteVoice, type Site } from './site.ts';

/** Every procedure by its field, in Vietnamese order. */
export function indexPage(site: Site, url: string): Page {
  const voice = siteVoice(site);
  const release = site.release();
  const order = new Intl.Collator('vi');
  const fields = new Map<string, Procedure[]>();
  for (const procedure of release.procedures.values())
    fields.set(procedure.field, [...(fields.get(procedure.field) ?? []), procedure]);
  const nameOf = (procedure: Procedure): string => voice.text(procedure.name);
  const sorted = [...fields].toSorted(([a], [b]) => order.compare(a, b));
  return {
    title: voice.words('page.index-title'),
    description: voice.words('page.index-description', { city: voice.text(release.city.name) }),
    url,
    body: html`
      <h1>${voice.words('page.index-title')}</h1>
      <p class="lead">${voice.words('page.index-lead')}</p>
      ${sorted.map(
        ([field, procedures]) =>
          html`<h2>${field}</h2>
            <ul class="list">
              ${procedures
                .toSorted((a, b) => order.compare(nameOf(a), nameOf(b)))
                .map(
                  (procedure) =>
                    html`<li><a href="${procedurePath(procedure.id)}">${nameOf(procedure)}</a></li>`,
                )}
            </ul>`,
      )}
      <h2>${voice.words('page.contacts')}</h2>
      <ul>
        ${contactBlocks(voice, release, site.homeUnit, anyQuestion(release)).map((block) =>
          block.kind === 'contact' ? contactLine(block) : html``,
        )}
      </ul>
    `,
  };
}

/** Addresses for search engines: the chat, the list, each procedure, and the wards served. */
export function sitemap(site: Site, base: string): string {
  const release = site.release();
  const today = localDate(site.clock());
  const entry = (path: string, date: string): string =>
    `<url><loc>${base}${path}</loc><lastmod>${date}</lastmod></url>`;
  const procedures = [...release.procedures.values()].map(({ id, asOf }) => entry(procedurePath(id), asOf));
  const units = [...release.units.values()].filter(({ served }) => served);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    entry('/', today),
    entry('/thu-tuc', today),
    ...units.map(({ slug }) => entry(`/u/${slug}`, today)),
    ...procedures,
    '</urlset>',
    '',
  ].join('\n');
}

/** Nothing of a conversation is to be found by a search engine. */
export const robots = (base: string): string =>
  [
    'User-agent: *',
    'Disallow: /v3/',
    'Disallow: /api/',
    'Disallow: /kiosk/',
    `Sitemap: ${base}/sitemap.xml`,
    '',
  ].join('\n');
