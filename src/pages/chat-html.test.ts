import { expect, it } from 'vitest';
import { shippedWording } from '../../test/dialogs/wording.ts';
import { aCompiledRelease } from '../../test/support/builders.ts';
import { openRelease } from '#knowledge/release.ts';
import type { Contact } from '#knowledge/schema/unit.ts';
import { chatHtml } from './chat-html.ts';
import type { Site } from './site.ts';

const release = openRelease(aCompiledRelease([], { wording: shippedWording() }));
const site = { release: () => release, homeUnit: null, clock: () => 0 } as unknown as Site;
const page = `<!doctype html><html lang="vi"><head><title>x</title><meta name="description" content="y" /></head>
<body><main class="talk"><p><b>tự động</b><!--unit--></p></main>
<noscript><main class="without-script"><h1>x</h1></main></noscript></body></html>`;

const contact = (over: Partial<Contact>): Contact => ({
  id: 'quay',
  name: 'Quầy',
  phone: '0271.123456',
  hours: [{ days: [1, 2, 3, 4, 5], periods: [{ from: '07:30', to: '11:30' }] }],
  status: 'verified',
  source: ['s1'],
  ...over,
});
const shown = (contacts: Contact[]): string => {
  const unit = release.units.get('25441');
  if (unit === undefined) throw new Error('no unit');
  return chatHtml(site, page, { ...unit, contacts }, null);
};

it("names the ward before any script runs, and gives its own number and hours to the page's script", () => {
  const html = shown([contact({})]);
  expect(html).toContain('<b>tự động</b> · Phường Mẫu</p>');
  expect(html).toContain('data-unit-phone="0271.123456"');
  expect(html).toMatch(/data-unit-hours="[^"]*07:30–11:30/);
});

it('gives no number and no hours that nobody has verified', () => {
  for (const status of ['seen-once', 'unverified'] as const) {
    const html = shown([contact({ status })]);
    expect(html).not.toContain('data-unit-phone');
    expect(html).not.toContain('data-unit-hours');
  }
});

it('puts contacts where script is off, and leaves the conversation as it is', () => {
  const html = shown([]);
  const [before, after] = html.split('<noscript>');
  expect(after).toContain('0251.1022');
  expect(before).not.toContain('0251.1022');
});
