import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { parse } from 'yaml';
import { z } from 'zod';
import { darkOnce } from './dark-once.ts';
import { statement } from './statement.vi.ts';
import { words } from './words.vi.ts';

/**
 * The resident's chat page. Builds into `.build/pages` unless the caller says otherwise (`build.outDir`);
 * file names carry a hash of their content, so the server may let browsers keep them for ever.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  // Fonts, whose names carry their content's hash already, and what stands where script is off.
  publicDir: fileURLToPath(new URL('../public', import.meta.url)),
  logLevel: 'warn',
  css: { postcss: { plugins: [darkOnce] } },
  plugins: [pageWords(), oneLine(), statementWords(), unitNames(), schematics()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('../../../.build/pages', import.meta.url)),
    emptyOutDir: true,
    target: 'es2020',
    assetsDir: 'assets',
    rolldownOptions: {
      input: ['index.html', 'tiep-can.html'].map((page) => fileURLToPath(new URL(page, import.meta.url))),
    },
    // One script and one style: on a slow line every further request costs a round trip.
    modulePreload: false,
    assetsInlineLimit: 0,
  },
});

/** Puts the page's words into index.html: `{{page.title}}` is `words.page.title`, escaped. */
function pageWords(): Plugin {
  const groups: Readonly<Record<string, unknown>> = words;
  return {
    name: 'page-words',
    transformIndexHtml: (html) =>
      html.replaceAll(/\{\{(?!statement\.)(\w+)\.(\w+)\}\}/g, (_, group: string, key: string) => {
        const found = groups[group];
        const value: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, key) : null;
        if (typeof value !== 'string')
          throw new Error(`index.html names words.${group}.${key}, which does not exist`);
        return escaped(value);
      }),
  };
}

/** Blanks between the elements that the script takes over would be nodes of their own, and everything would move. */
function oneLine(): Plugin {
  return {
    name: 'one-line',
    transformIndexHtml: (html) =>
      html.replace(/<div id="chat">[\s\S]*?(?=<noscript>)/, (shell) =>
        shell.replace(/\s+/g, ' ').replace(/> </g, '><').replace(/ >/g, '>'),
      ),
  };
}

/** Puts the accessibility statement into tiep-can.html. */
function statementWords(): Plugin {
  const body = statement.sections.map(
    ({ heading, lines }) =>
      `<h2>${escaped(heading)}</h2>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}`,
  );
  return {
    name: 'statement-words',
    transformIndexHtml: (html) =>
      html
        .replaceAll('{{statement.title}}', escaped(statement.title))
        .replaceAll('{{statement.back}}', escaped(statement.back))
        .replace('{{statement.body}}', body.join('\n')),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
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

const schematicsSchema = z.record(z.string(), z.strictObject({ asOf: z.string(), alt: z.string() }));

/** `virtual:schematics`: a drawing or screenshot by its name, as files of their own that are fetched when they are seen. */
function schematics(): Plugin {
  const folder = fileURLToPath(new URL('../../../data/schematics/', import.meta.url));
  return {
    name: 'schematics',
    resolveId: (id) => (id === 'virtual:schematics' ? `\0${id}` : null),
    load: (id) => {
      if (id !== '\0virtual:schematics') return null;
      const all = schematicsSchema.parse(parse(readFileSync(`${folder}schematics.yaml`, 'utf8')));
      const entries = Object.entries(all).map(([name, { asOf, alt }], index) => {
        const real = existsSync(`${folder}${name}.png`);
        const file = `${folder}${name}.${real ? 'png' : 'svg'}`;
        const [width, height] = sizeOf(file);
        const fields = JSON.stringify({ asOf, alt, real, width, height }).slice(1);
        return {
          head: `import url${index} from ${JSON.stringify(`${file}?url`)};`,
          field: `[${JSON.stringify(name)},{url:url${index},${fields}]`,
        };
      });
      const heads = entries.map(({ head }) => head).join('\n');
      return `${heads}\nexport const schematics = new Map([${entries.map(({ field }) => field).join(',')}]);`;
    },
  };
}

/** Width and height in px, so that nothing jumps when the picture comes. */
function sizeOf(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  if (file.endsWith('.png')) return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const box = /viewBox="0 0 (\d+) (\d+)"/.exec(bytes.toString('utf8'));
  if (box === null) throw new Error(`${file} has no viewBox that begins at 0 0`);
  return [Number(box[1]), Number(box[2])];
}
