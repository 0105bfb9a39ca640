import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const planted = mkdtempSync(join(tmpdir(), 'fences-'));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

const resultSchema = z.object({
  summary: z.object({
    totalCruised: z.number(),
    totalDependenciesCruised: z.number().optional(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** Runs the fences over a small house in which arrows were planted. */
function violationsOf(files: Readonly<Record<string, string>>): readonly string[] {
  rmSync(planted, { recursive: true, force: true });
  mkdirSync(planted);
  cpSync(join(root, 'package.json'), join(planted, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(planted, 'node_modules'));
  mkdirSync(join(planted, 'dialogs'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(planted, path)), { recursive: true });
    writeFileSync(join(planted, path), text);
  }
  const output = execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      join(root, '.ci/fences.cjs'),
      '--output-type',
      'json',
      'src',
      'dialogs',
    ],
    { cwd: planted, encoding: 'utf8' },
  );
  const { summary } = resultSchema.parse(JSON.parse(output));
  expect(summary.totalCruised).toBeGreaterThanOrEqual(Object.keys(files).length);
  return summary.violations.map((violation) => violation.rule.name);
}

it('a planted arrow against the direction is found, types included', () => {
  expect(
    violationsOf({
      'dialogs/a.ts': "import type { X } from '#store/b.ts';\nexport const a: X = 1;\n",
      'src/store/b.ts': 'export type X = number;\n',
    }),
  ).toContain('dialogs-are-pure');
});

it('SQL outside the store and botbuilder outside the bot are found', () => {
  const names = violationsOf({
    'src/http/a.ts': "import { Kysely } from 'kysely';\nexport const a = Kysely;\n",
    'src/turns/b.ts': "import { BotAdapter } from 'botbuilder';\nexport const b = BotAdapter;\n",
  });
  expect(names).toContain('only-store-and-repositories-know-sql');
  expect(names).toContain('only-bot-knows-botbuilder');
});

it('an allowed arrow passes', () => {
  expect(
    violationsOf({
      'src/replies/a.ts': "import type { X } from '#knowledge/b.ts';\nexport const a: X = 1;\n",
      'src/knowledge/b.ts': 'export type X = number;\n',
    }),
  ).toEqual([]);
});
