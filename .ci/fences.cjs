// The arrows of the house. A room is reached through turns/ports.ts and each owner's public face;
// only compose.ts plugs rooms together. See docs/decisions/002-arrows.md.
const room = (name) => `^src/${name}/`;
const composition = '^src/(compose|main)\\.ts$|^src/(commands|build)/';
const tests = '\\.test\\.ts$|^test/';

/** Which rooms a room may import from; itself and npm packages apart. */
const arrows = {
  knowledge: [],
  understanding: ['knowledge/schema', 'knowledge/release'],
  privacy: [],
  replies: ['knowledge'],
  store: [],
  turns: [
    'knowledge/schema',
    'knowledge/release',
    'understanding/types',
    'replies/reply',
    'privacy',
    'store/types',
    'store/database',
  ],
  work: ['store/types', 'store/database'],
  bot: ['turns/ports', 'replies', 'knowledge/schema'],
  channels: ['turns/ports', 'replies', 'http', 'knowledge/schema', 'tokens/tokens'],
  tokens: ['privacy', 'store/types', 'store/database'],
  carry: [
    'turns/ports',
    'replies/sheet',
    'http',
    'store/types',
    'store/database',
    'knowledge/release',
    'knowledge/schema',
  ],
  pages: ['knowledge', 'replies', 'http'],
  http: [],
  insight: [
    'turns/ports',
    'store/types',
    'store/database',
    'http',
    'staff/(officer|door)',
    'knowledge',
    'understanding',
    'publishing/(ports|contract)',
    'replies/reply',
  ],
  handover: ['turns/ports', 'store/types', 'store/database'],
  outreach: ['turns/ports', 'store/types', 'store/database'],
  status: ['turns/ports', 'store/types', 'store/database'],
  staff: ['knowledge/schema', 'http', 'privacy/seal', 'store/types', 'store/database'],
  publishing: [
    'knowledge',
    'understanding',
    'replies',
    'turns/ports',
    'work/(repository|scheduler)',
    'http',
    'staff/(officer|door)',
    'store/types',
    'store/database',
  ],
  workbooks: ['knowledge', 'http', 'staff/(officer|door)', 'publishing/ports', 'insight/ports'],
};
const shared = [
  '^src/errors\\.ts$',
  '^src/json\\.ts$',
  '^src/clock\\.ts$',
  '^src/ids\\.ts$',
  '^src/locale/',
  '^src/logging\\.ts$',
  '^src/product-name\\.ts$',
];

const outside = Object.entries(arrows).map(([name, allowed]) => ({
  name: `arrows-of-${name}`,
  comment: `src/${name} may import only: ${allowed.join(', ') || 'nothing of the house'}`,
  severity: 'error',
  from: { path: room(name), pathNot: tests },
  to: {
    path: '^(src|dialogs)/',
    pathNot: [room(name), ...shared, ...allowed.map((path) => `^src/${path}`)],
  },
}));

module.exports = {
  forbidden: [
    ...outside,
    {
      name: 'dialogs-are-pure',
      comment:
        'dialogs/ takes pure functions of knowledge and replies, and types; nothing that reads or waits',
      severity: 'error',
      from: { path: '^dialogs/', pathNot: tests },
      to: {
        path: '^(src|node_modules|test)/|^node:',
        pathNot: [
          '^src/knowledge/',
          '^src/replies/',
          '^src/understanding/types\\.ts$',
          '^src/turns/ports\\.ts$',
          ...shared,
          '^node_modules/zod/',
        ],
      },
    },
    {
      name: 'only-composition-imports-dialogs',
      severity: 'error',
      from: { path: '^src/', pathNot: `${composition}|${tests}` },
      to: { path: '^dialogs/' },
    },
    {
      name: 'only-commands-compose',
      severity: 'error',
      from: { pathNot: `${composition}|${tests}` },
      to: { path: '^src/(compose|main)\\.ts$' },
    },
    {
      name: 'only-bot-knows-botbuilder',
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: '^src/bot/' },
      to: { path: 'node_modules/(botbuilder|botframework)', pathNot: 'directlinejs' },
    },
    {
      name: 'only-store-and-repositories-know-sql',
      severity: 'error',
      from: {
        path: '^(src|dialogs)/',
        pathNot: ['^src/store/', '/repository(\\.test)?\\.ts$', '/repository/'],
      },
      to: { path: ['node_modules/(kysely|pg)/', '^node:sqlite$', '^sqlite$'] },
    },
    {
      name: 'natural-by-sub-path',
      comment: 'the package root loads database drivers and reads .env',
      severity: 'error',
      from: {},
      to: {
        path: 'node_modules/natural/lib/natural/(index|util/)',
        pathNot: 'node_modules/natural/lib/natural/util/.*stopwords',
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(src|dialogs)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans-of-tests',
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'resolvable',
      severity: 'error',
      // Peers of a benchmark come from a package of its own, installed on demand.
      from: { path: '^(src|dialogs|test)/', pathNot: '^test/benchmarks/' },
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/web/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
