import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Answer } from '#http/answer.ts';
import type { Origins } from '#http/origins.ts';
import { anyone, noInput, route, type Incoming, type Route } from '#http/route.ts';
import { madeFile, serve, type File } from '#http/static.ts';
import type { Unit } from '#knowledge/schema/unit.ts';
import { chatHtml } from './chat-html.ts';
import { exampleRoute } from './example.ts';
import { html } from './html.ts';
import { indexPage, robots, sitemap } from './index-page.ts';
import { procedurePage } from './procedure-page.ts';
import { shell, STYLE_PATH, type Page } from './shell.ts';
import { kioskPath, procedurePath, siteVoice, unitPath, type Site } from './site.ts';

export interface PageRoutesOptions {
  readonly site: Site;
  readonly origins: Origins;
  /** Folder of the built pages; null: the chat's own pages are not served. */
  readonly pages: string | null;
  /** Shows how a portal's page looks with the chat on it. Not in production. */
  readonly example: boolean;
}

/** Pages that the server writes: procedures to read and print, the chat's page of each unit, the kiosk's, and what search engines ask for. */
export function pageRoutes({ site, origins, pages, example }: PageRoutesOptions): readonly Route[] {
  const made = createMade(site);
  const send = (incoming: Incoming, name: string, text: () => string): Answer =>
    serve(made(name, incoming.baseUrl, text), incoming, origins);
  const sendPage = (incoming: Incoming, name: string, page: (url: string) => Page): Answer =>
    send(incoming, `${name}.html`, () => shell(siteVoice(site), page(incoming.baseUrl + name)));
  const gone = (incoming: Incoming): Answer => ({
    ...sendPage(incoming, '/thu-tuc/404', (url) => gonePage(site, url)),
    status: 404,
  });
  const style = madeFile('trang.css', readFileSync(join(import.meta.dirname, 'page.css'), 'utf8'));

  return [
    get('/thu-tuc', (incoming) => sendPage(incoming, '/thu-tuc', (url) => indexPage(site, url))),
    get(STYLE_PATH, (incoming) => serve(style, incoming, origins)),
    get('/thu-tuc/:name', (incoming, name) => {
      const context = {
        release: site.release(),
        homeUnit: site.homeUnit,
        lang: 'vi',
        now: site.clock(),
      } as const;
      const sheet = site.sheets.ofProcedure(name, context);
      if (sheet === null) return gone(incoming);
      if (sheet.procedure !== name) return moved(incoming, procedurePath(sheet.procedure));
      return sendPage(incoming, procedurePath(name), (url) => procedurePage(siteVoice(site), sheet, url));
    }),
    get('/sitemap.xml', (incoming) => send(incoming, '/sitemap.xml', () => sitemap(site, incoming.baseUrl))),
    get('/robots.txt', (incoming) => send(incoming, '/robots.txt', () => robots(incoming.baseUrl))),
    ...(pages === null
      ? []
      : [
          ...(example ? [exampleRoute()] : []),
          unitRoute('/u/:name', unitPath, join(pages, 'index.html')),
          unitRoute('/kiosk/:name', kioskPath, join(pages, 'kiosk.html')),
        ]),
  ];

  /** A page of a unit by its slug; its five-digit code leads there. */
  function unitRoute(path: string, pathOf: (slug: string) => string, file: string): Route {
    const page = readFileSync(file, 'utf8');
    return get(path, (incoming, name) => {
      const unit = unitBy(site, name);
      if (unit === null) return gone(incoming);
      if (unit.slug !== name) return moved(incoming, pathOf(unit.slug));
      return send(incoming, `${pathOf(name)}.html`, () => chatHtml(site, page, unit, incoming.baseUrl));
    });
  }
}

const named = z.object({ name: z.string().max(200).default('') });

const get = (path: string, answer: (incoming: Incoming, name: string) => Answer): Route =>
  route({
    method: 'GET',
    path,
    who: anyone,
    in: { ...noInput, params: named },
    out: { 200: null, 301: null, 304: null, 404: null },
    handler: ({ incoming, params }) => answer(incoming, params.name),
  });

/** What was asked behind the address goes along. */
const moved = ({ message }: Incoming, path: string): Answer => {
  const [, search] = /(\?[^#]*)/.exec(message.url ?? '') ?? [];
  return { status: 301, bytes: '', headers: { Location: path + (search ?? '') } };
};

function unitBy(site: Site, name: string): Unit | null {
  const { units } = site.release();
  return units.get(name) ?? [...units.values()].find(({ slug }) => slug === name) ?? null;
}

const gonePage = (site: Site, url: string): Page => {
  const voice = siteVoice(site);
  return {
    title: voice.words('page.gone'),
    description: voice.words('page.gone-more'),
    url,
    hidden: true,
    body: html`<h1>${voice.words('page.gone')}</h1>
      <p>${voice.words('page.gone-more')}</p>
      <p><a href="/thu-tuc">${voice.words('page.all')}</a></p>`,
  };
};

const DAY = 24 * 3600_000;
const MOST_KEPT = 600;

/** Made once a release, day and address under which we are reached; their number is bounded: the address is the client's word. */
function createMade(site: Site): (name: string, baseUrl: string, text: () => string) => File {
  let kept = new Map<string, File>();
  let of = '';
  return (name, baseUrl, text) => {
    const now = `${site.release().hash} ${Math.floor(site.clock() / DAY)} ${baseUrl}`;
    if (now !== of || kept.size >= MOST_KEPT) {
      kept = new Map();
      of = now;
    }
    const known = kept.get(name) ?? madeFile(name, text());
    kept.set(name, known);
    return known;
  };
}
