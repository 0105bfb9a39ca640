/**
 * What pages are built from, by paths under the repository: a build is fresh while these are as they were.
 * Beside its own folders a page names what it takes from rooms of the server; a test looks for what is missing.
 */

const lock = 'package-lock.json';

/** The chat, what is taken along, the shared screen, and the tag for other pages. */
export const chatPages = ['chat', 'take-along', 'kiosk', 'widget'].map((name) => `src/web/${name}`);

export const chatSources: readonly string[] = [
  ...chatPages,
  'src/web/shared',
  'src/web/public',
  'src/replies/phone.ts',
  // Ward names and drawings are built in.
  'data/units',
  'data/schematics',
  lock,
];

export const consolePages = ['src/web/console'];

/** Apart from the residents' pages: a change in one does not build the other. */
export const consoleSources: readonly string[] = [
  ...consolePages,
  'src/web/shared',
  // The forms take the knowledge's own schemas and conditions.
  'src/knowledge',
  'src/publishing/contract.ts',
  'src/publishing/freshness/contract.ts',
  'src/publishing/freshness/look-states.ts',
  'src/publishing/freshness/reason-kinds.ts',
  'src/publishing/item-names.ts',
  'src/publishing/three-way.ts',
  'src/insight/contract.ts',
  'src/insight/ports.ts',
  'src/insight/compare/result.ts',
  'src/insight/report/contract.ts',
  'src/insight/report/tables.ts',
  'src/insight/report/words.vi.ts',
  'src/insight/review/doubts.ts',
  'src/insight/three-people.ts',
  'src/staff/contract.ts',
  'src/staff/account.ts',
  'src/staff/officer.ts',
  'src/staff/people.ts',
  'src/workbooks/contract.ts',
  'src/replies/reply.ts',
  'src/replies/render-text.ts',
  'src/json.ts',
  'src/clock.ts',
  // Ward names are built in.
  'data/units',
  lock,
];
