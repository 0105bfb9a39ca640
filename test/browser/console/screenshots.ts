/**
 * Pictures of every page's states at 390 and 1366 px, and what axe finds on each:
 * `npm run screenshots:console [-- AREA or AREA/NAME …] [--to FOLDER]`, else docs/screenshots/console. Fakes answer;
 * nothing outside 127.0.0.1. With `--guide` the pictures of the guide alone, into the console, and docs/guides/can-bo.md.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser, newDevice, watchFaults } from '../support/browser.ts';
import {
  anOfficer,
  aProvinceAdministrator,
  me,
  startFakeStaff,
  type FakeStaff,
} from './support/fake-staff.ts';
import type { Shot } from './support/shots.ts';
import { writeGuide } from './support/guide-file.ts';

const here = import.meta.dirname;
const root = join(here, '..', '..', '..');
const guideOnly = process.argv.includes('--guide');
const args = process.argv.slice(2).filter((arg) => arg !== '--guide');
const at = args.indexOf('--to');
const folder = resolve(at === -1 ? join(root, 'docs/screenshots/console') : (args[at + 1] ?? '.'));
const wanted = at === -1 ? args : args.slice(0, at);
const windows = [
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const officers = { officer: anOfficer, province: aProvinceAdministrator, nobody: null };

const areas = readdirSync(here)
  .filter((name) => name.endsWith('.shots.ts'))
  .map((name) => name.replace('.shots.ts', ''))
  .filter((area) => wanted.length === 0 || wanted.some((one) => one.split('/')[0] === area));
const staff = await startFakeStaff();
const plain = new Map(staff.answers);
const browser = await launchBrowser();
mkdirSync(folder, { recursive: true });
/** Of a picture of the guide: small enough to be sent to a phone. */
const MOST_BYTES = 60 * 1024;
let found = 0;
try {
  for (const area of areas) {
    const { shots } = (await import(join(here, `${area}.shots.ts`))) as { shots: readonly Shot[] };
    const chosen = shots.filter(
      ({ name }) => wanted.length === 0 || wanted.includes(area) || wanted.includes(`${area}/${name}`),
    );
    for (const shot of chosen)
      if (guideOnly) await takeForGuide(shot);
      else for (const window of windows) await take(area, shot, window);
  }
  if (guideOnly) writeGuide(join(root, 'docs/guides/can-bo.md'));
} finally {
  await browser.close();
  await staff.stop();
}
if (found > 0) process.exitCode = 1;

async function take(area: string, shot: Shot, window: { width: number; height: number }): Promise<void> {
  reset(staff, shot);
  const device = await newDevice(browser, window);
  const page = await device.newPage();
  const faults = watchFaults(page);
  const name = `${area}-${shot.name}-${String(window.width)}`;
  try {
    await page.goto(`${staff.url}/quan-tri/${shot.path}`);
    await shot.show(page);
    await page.waitForTimeout(350);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    const violations = await axeOf(page);
    for (const line of [...faults, ...violations]) console.log(`${name}: ${line}`);
    found += faults.length + violations.length;
  } catch (error) {
    found += 1;
    await page.screenshot({ path: join(folder, `${name}-FAILED.png`) });
    console.log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await device.close();
  }
}

async function takeForGuide(shot: Shot): Promise<void> {
  if (shot.guide === undefined) return;
  reset(staff, shot);
  const device = await newDevice(browser, { width: 1120, height: 720 });
  const page = await device.newPage();
  await page.goto(`${staff.url}/quan-tri/${shot.path}`);
  await shot.show(page);
  await page.waitForTimeout(350);
  const bytes = await asWebp(device, await page.screenshot());
  if (bytes.length > MOST_BYTES) throw new Error(`${shot.guide}: ${String(bytes.length)} bytes`);
  writeFileSync(join(root, 'src/web/console/pages/help/pictures', `${shot.guide}.webp`), bytes);
  await device.close();
}

/** The browser packs it: a third of a PNG. */
async function asWebp(device: BrowserContext, png: Buffer): Promise<Buffer> {
  const blank = await device.newPage();
  // As text: the pages of the browser are not what this program is compiled for.
  const packed: string = await blank.evaluate(`(async () => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(png.toString('base64'))}), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    return canvas.toDataURL('image/webp', 0.8);
  })()`);
  return Buffer.from(packed.slice(packed.indexOf(',') + 1), 'base64');
}

function reset({ answers }: FakeStaff, shot: Shot): void {
  answers.clear();
  const officer = officers[shot.as ?? 'officer'];
  answers.set('GET /api/auth/me', () => me(officer));
  shot.fake?.(staff);
  for (const [pattern, answer] of plain) if (!answers.has(pattern)) answers.set(pattern, answer);
}

async function axeOf(page: Page): Promise<string[]> {
  // The list under a combobox is moved by arrow keys from the combobox itself; no focus belongs in it.
  await page.evaluate(axe);
  const violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] =
    await page.evaluate(
      `axe.run({ exclude: [['.ant-select-dropdown-list-holder']] }, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa'] }).then((r) => r.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`,
    );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) =>
      `axe ${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`.replaceAll(/\s+/g, ' '),
    ),
  );
}
