import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openDatabase, type Database } from '#store/database.ts';
import { composeServer } from '../../../../src/compose.ts';
import { readConfig } from '../../../../src/config.ts';
import type { TestOfficer } from '../../../support/officers.ts';
import { launchBrowser, newDevice, type Window } from '../../support/browser.ts';

/** The whole product on a new database, and browsers that look at it: nothing is faked. */
export interface RealConsole {
  readonly url: string;
  readonly database: Database;
  readonly device: (window: Window) => Promise<BrowserContext>;
  /** At her desk; `path` below `/quan-tri`. */
  readonly signedIn: (officer: TestOfficer, path?: string) => Promise<Page>;
  readonly stop: () => Promise<void>;
}

/** A page of a server that trains and publishes beside it may take its time. */
const PATIENCE = 30_000;

export async function startRealConsole(): Promise<RealConsole> {
  const folder = mkdtempSync(join(tmpdir(), 'real-console-'));
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'error' });
  const server = composeServer(config, () => undefined);
  const started = await server.start();
  const url = started.url.replace('localhost', '127.0.0.1');
  const database = openDatabase(config);
  const browser = await launchBrowser();
  const devices: BrowserContext[] = [];

  const device = async (window: Window): Promise<BrowserContext> => {
    const made = await newDevice(browser, window);
    devices.push(made);
    made.setDefaultTimeout(PATIENCE);
    return made;
  };
  return {
    url,
    database,
    device,
    async signedIn({ cookie }, path = '') {
      const desk = await device({ width: 1366, height: 768 });
      await desk.addCookies([{ ...cookie, url }]);
      const page = await desk.newPage();
      await page.goto(`${url}/quan-tri${path}`);
      return page;
    },
    async stop() {
      for (const one of devices) await one.close();
      await browser.close();
      await database.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
