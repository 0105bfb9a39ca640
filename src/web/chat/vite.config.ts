import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { parse } from 'yaml';
import { z } from 'zod';
import { words } from './words.vi.ts';

/**
 * The resident's chat page. Builds into `.build/pages` unless the caller says otherwise (`build.outDir`);
 * file names carry a hash of their content, so the server may let browsers keep them for ever.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [pageWords(), unitNames()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('../../../.build/pages', import.meta.url)),
    emptyOutDir: true,
    target: 'es2020',
    assetsDir: 'assets',
    // One script and one style: on a slow line every further request costs a round trip.
    modulePreload: false,
    assetsInlineLimit: 0,
  },
});

/** Puts the page's words into index.html: `{{page.title}}` is `words.page.title`, escaped. */
function pageWords(): Plugin {
  const page: Record<string, string> = words.page;
  return {
    name: 'page-words',
    transformIndexHtml: (html) =>
      html.replaceAll(/\{\{page\.(\w+)\}\}/g, (_, key: string) => {
        const value = page[key];
        if (value === undefined) throw new Error(`index.html names words.page.${key}, which does not exist`);
        return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
      }),
  };
}

const unitsSchema = z.object({
  units: z.array(z.object({ code: z.string(), name: z.string(), type: z.string() })),
});

/** `virtual:unit-names`: the present name of each ward and commune by its code, from the knowledge. */
function unitNames(): Plugin {
  const file = fileURLToPath(new URL('../../../data/units/units.yaml', import.meta.url));
  return {
    name: 'unit-names',
    resolveId: (id) => (id === 'virtual:unit-names' ? `\0${id}` : null),
    load: (id) => {
      if (id !== '\0virtual:unit-names') return null;
      const { units } = unitsSchema.parse(parse(readFileSync(file, 'utf8')));
      const names = Object.fromEntries(units.map(({ code, name, type }) => [code, `${type} ${name}`]));
      return `export const unitNames = ${JSON.stringify(names)};`;
    },
  };
}
