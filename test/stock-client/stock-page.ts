import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { anyone, noInput, route, type Route } from '#http/route.ts';
import { madeFile, serve } from '#http/static.ts';
import { createOrigins } from '#http/origins.ts';

const bundle = fileURLToPath(
  new URL('../webchat/node_modules/botframework-webchat/dist/webchat.js', import.meta.url),
);

/** Where `npm ci --prefix test/webchat` was not run there is no stock client. */
export const hasStockClient = existsSync(bundle);

const page = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Web Chat</title></head>
<body><div id="webchat" role="main"></div>
<script src="/stock/webchat.js"></script><script src="/stock/start.js"></script></body></html>`;

/** As Microsoft's guide has it; a kept token brings the conversation back after a reload. */
const start = `(async () => {
  const kept = JSON.parse(sessionStorage.getItem('kept') ?? 'null');
  const answer = kept ?? await (await fetch('/api/portal/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).json();
  sessionStorage.setItem('kept', JSON.stringify(answer));
  window.directLine = WebChat.createDirectLine({
    token: answer.token,
    domain: location.origin + '/v3/directline',
    ...(kept === null ? {} : { conversationId: answer.conversationId, watermark: '0' }),
  });
  WebChat.renderWebChat({ directLine: window.directLine, locale: 'vi-VN', userID: 'resident' }, document.getElementById('webchat'));
})();`;

/** The stock client on our own server: same origin, packed as ours is. */
export function stockRoutes(): readonly Route[] {
  const origins = createOrigins([], null);
  const files = [
    ['/stock', 'page.html', page],
    ['/stock/start.js', 'start.js', start],
    ['/stock/webchat.js', 'webchat.js', readFileSync(bundle, 'utf8')],
  ] as const;
  return files.map(([path, name, text]) => {
    const file = madeFile(name, text);
    return route({
      method: 'GET',
      path,
      who: anyone,
      in: noInput,
      out: { 200: null, 304: null },
      handler: ({ incoming }) => {
        const { headers = {}, ...answer } = serve(file, incoming, origins);
        // Stock Web Chat puts styles into the page and asks for eval-free script only; our policy is not its matter.
        const open = Object.fromEntries(
          Object.entries(headers).filter(([header]) => header !== 'Content-Security-Policy'),
        );
        return { ...answer, headers: open };
      },
    });
  });
}
