import { PRODUCT_NAME } from '#root/product-name.ts';
import type { Voice } from '#replies/wording.ts';
import { html, type Html } from './html.ts';

export interface Page {
  readonly title: string;
  readonly description: string;
  /** With `https://host` in front: what search engines keep. */
  readonly url: string;
  readonly body: Html;
  /** Data for machines. */
  readonly data?: Html;
  /** Not to be found by search engines. */
  readonly hidden?: boolean;
}

export const STYLE_PATH = '/thu-tuc/trang.css';

/** One readable page without script: head for search engines and shared links, a way to the chat, the body. */
export function shell(voice: Voice, page: Page): string {
  const { title, description, url } = page;
  return `<!doctype html>\n${
    html`<html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="description" content="${description}" />
        ${page.hidden === true ? html`<meta name="robots" content="noindex" />` : html`<link rel="canonical" href="${url}" />`}
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <meta property="og:type" content="article" />
        <meta property="og:locale" content="vi_VN" />
        <meta property="og:site_name" content="${PRODUCT_NAME}" />
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${description}" />
        <meta property="og:url" content="${url}" />
        <link rel="stylesheet" href="${STYLE_PATH}" />
        ${page.data ?? null}
      </head>
      <body>
        <header>
          <p class="brand"><a href="/">${PRODUCT_NAME}</a></p>
          <nav>
            <a href="/thu-tuc">${voice.words('page.all')}</a> <a href="/">${voice.words('page.to-chat')}</a>
          </nav>
        </header>
        <main>${page.body}</main>
      </body>
    </html>`.text
  }\n`;
}
