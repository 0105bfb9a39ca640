import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { settingsSchema } from '#root/config.ts';

/** `npm run docs:configuration [-- --check]`: writes the configuration reference from the schema that reads it. */
const path = join(import.meta.dirname, '../../docs/configuration.md');
const style = await resolveConfig(path, { config: join(import.meta.dirname, '../../.ci/prettier.json') });
const page = await format(configurationPage(), { ...style, parser: 'markdown' });
if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== page) {
    console.error('docs/configuration.md is not what the schema says: run npm run docs:configuration');
    process.exitCode = 1;
  }
} else writeFileSync(path, page);

function configurationPage(): string {
  const described = z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' });
  const rows = Object.entries(described.properties ?? {}).map(([name, property]) => {
    const details = typeof property === 'object' ? property : {};
    const fallback =
      details.default === undefined || details.default === ''
        ? ''
        : `\`${JSON.stringify(details.default).replaceAll('"', '')}\``;
    const choices =
      details.enum === undefined
        ? ''
        : ` One of ${details.enum.map((value) => `\`${String(value)}\``).join(', ')}.`;
    return `| \`${name}\` | ${fallback} | ${details.description ?? ''}${choices} |`;
  });
  return `# Configuration

Settings come from the environment or from \`.env\` beside \`package.json\` (the environment wins). Unset and empty mean the same. A wrong value stops the start with a message that names it. This page is made from the schema in \`src/config.ts\` by \`npm run docs:configuration\`.

| setting | default | what it does |
| --- | --- | --- |
${rows.join('\n')}
`;
}
