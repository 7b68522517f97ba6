/**
 * Who may import whom. One table: a folder and the folders it may import; its own folder is always allowed. What a violation
 * means and what to do stands in each rule's comment.
 */
const MAY_IMPORT = {
  domain: [],
  flows: [
    'domain',
    'bot/phrases/registry.ts',
    'bot/appointment/appointment.types.ts',
    'bot/knowledge/inquiry.types.ts',
  ],
  'bot/understanding': ['domain', 'flows/flow.ts'],
  'bot/appointment': ['domain', 'bot/understanding', 'bot/knowledge', 'bot/phrases/surnames.lists.ts'],
  'bot/consulting': ['domain', 'flows/flow.ts', 'bot/appointment', 'bot/knowledge'],
  'bot/phrases': ['domain', 'channels/segments.ts'],
  'bot/knowledge': ['domain', 'bot/understanding'],
  'bot/engine': ['domain', 'flows'],
  config: ['domain', 'flows/flow.ts', 'bot/phrases', 'bot/understanding', 'intake/rules.ts'],
  // An account has a role. Segments: what a line cost is counted in the commit that says it left.
  store: ['domain', 'access/roles.ts', 'channels/segments.ts'],
  channels: ['domain'],
  'bot/turn': [
    'domain',
    'flows/flow.ts',
    'bot/engine',
    'bot/understanding',
    'bot/consulting',
    'bot/appointment/appointment.types.ts',
    'bot/campaign',
    'store/store.ts',
    'store/quiet-commit.ts',
  ],
  'bot/campaign': ['domain', 'store/store.ts', 'bot/timers'],
  'bot/handover': [
    'domain',
    'flows/flow.ts',
    'bot/turn',
    'bot/timers/loop.ts',
    'store/store.ts',
    'store/quiet-commit.ts',
  ],
  'bot/timers': ['domain', 'store/store.ts'],
  'bot/delivery': ['domain', 'store/store.ts', 'store/quiet-commit.ts', 'channels/channel.ts', 'bot/campaign/caps.ts'],
  intake: ['domain', 'store/store.ts', 'bot/campaign/plan.ts'],
  workbook: ['domain', 'bot/knowledge'],
  evaluate: [
    'domain',
    'bot/turn',
    'bot/handover',
    'bot/understanding',
    'bot/knowledge',
    'flows/flow.ts',
    'store/store.ts',
  ],
  access: ['domain', 'store/store.ts'],
  documents: ['domain'],
  // Which permission a step of the workflow takes.
  registers: ['domain', 'store/store.ts', 'access/roles.ts', 'bot/phrases/patient-name.ts'],
  // A packet is printed: what leads to a patient is masked as in the registers.
  shifts: ['domain', 'documents', 'registers/masking.ts', 'store/store.ts'],
  // Overdue is the same for the register and its report.
  reports: ['domain', 'registers/deadline.ts', 'store/store.ts'],
  // What the API answers with, shared with the pages in the browser: types only.
  'console/wire': ['reports/workload.ts', 'domain', 'access/roles.ts', 'reports/report.types.ts'],
  'console/api': [
    'domain',
    'access',
    'bot/campaign',
    'bot/handover',
    // The same list of wordings and the same masks for staff as for the bot.
    'bot/phrases/forbidden.ts',
    'bot/phrases/patient-name.ts',
    'bot/phrases/template.ts',
    'bot/turn',
    'channels/segments.ts',
    'console/wire',
    'documents',
    'intake',
    'registers',
    'reports',
    'shifts',
    'store/store.ts',
  ],
  'console/server': ['domain', 'access', 'console/api', 'console/wire', 'store/store.ts'],
  'console/ui': ['console/wire', 'domain', 'access/roles.ts', 'channels/segments.ts'],
  server: ['domain', 'channels/channel.ts', 'store/store.ts', 'intake', 'bot/campaign/switch.ts'],
  demo: ['domain', 'channels/channel.ts', 'store/store.ts', 'bot/campaign'],
  app: [
    'domain',
    'access',
    'bot',
    'channels',
    'config',
    'console',
    'demo',
    'documents',
    'evaluate',
    'flows',
    'intake',
    'registers',
    'reports',
    'server',
    'shifts',
    'store',
    // The console takes the knowledge base as a workbook, as the command does.
    'workbook',
  ],
  cli: [
    'domain',
    'access',
    'app',
    'config',
    'registers',
    'reports',
    'evaluate',
    'intake',
    'workbook',
    'store',
    'demo',
    'bot',
    'server/internal.ts',
  ],
};

export const PURE_FOLDERS = [
  'domain',
  'flows',
  'bot/engine',
  'bot/understanding',
  'bot/phrases',
  'bot/knowledge',
  'bot/appointment',
  'bot/consulting',
];

const escape = (text) => text.replace(/[.]/g, '\\.');
const within = (folder) => `^src/${escape(folder)}${folder.endsWith('.ts') ? '$' : '/'}`;

const boundaries = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `${folder.replace('/', '-')}-imports`,
  severity: 'error',
  comment: `src/${folder} may import ${allowed.length === 0 ? 'nothing of ours' : allowed.join(', ')}. Pass what it needs as an argument, or move it to where it belongs.`,
  from: { path: within(folder) },
  to: { path: '^src/', pathNot: [folder, ...allowed].map(within) },
}));

export default {
  forbidden: [
    ...boundaries,
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Two files that need each other are one concept, or a third one is missing.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'pure-no-builtins',
      severity: 'error',
      comment: 'The pure core has no I/O: take what it needs as an argument, or return an effect (design law 5).',
      from: { path: PURE_FOLDERS.map(within) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-no-packages',
      severity: 'error',
      comment: 'The pure core uses no package but xstate (design law 5).',
      from: { path: PURE_FOLDERS.map(within) },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/xstate/',
      },
    },
    {
      name: 'one-channel-one-folder',
      severity: 'error',
      comment: 'A channel knows only the channel port, never another channel.',
      from: { path: '^src/channels/([^/]+)/' },
      to: { path: '^src/channels/[^/]+/', pathNot: '^src/channels/$1/' },
    },
    {
      name: 'main-is-the-root',
      severity: 'error',
      comment: 'Nothing imports main.ts.',
      from: {},
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      comment: 'The product never imports tests.',
      from: { path: '^src/' },
      to: { path: '^(tests|bench)/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
