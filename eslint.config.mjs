import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Folders without I/O, clock or randomness (design law 5). The same list is a boundary in .dependency-cruiser.mjs. */
export const PURE = [
  'src/domain/**/*.ts',
  'src/flows/**/*.ts',
  'src/bot/engine/**/*.ts',
  'src/bot/understanding/**/*.ts',
  'src/bot/phrases/**/*.ts',
  'src/bot/knowledge/**/*.ts',
];

const impure = (what, instead) => ({ message: `The pure core has no ${what}: ${instead}.` });

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'examples/', 'src/demo/page/', '**/*.data.ts'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', '*.ts', 'scripts/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // `{ secret: _, ...shown }` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
    },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', ...impure('process', 'take the value as an argument') },
        { name: 'setTimeout', ...impure('timers', 'return an effect') },
        { name: 'setInterval', ...impure('timers', 'return an effect') },
        { name: 'fetch', ...impure('network', 'return an effect') },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', ...impure('clock', 'take the instant as an argument') },
        { object: 'Math', property: 'random', ...impure('randomness', 'take the value as an argument') },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          ...impure('clock', 'take the instant as an argument'),
        },
      ],
    },
  },
  { files: ['src/console/ui/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  // Lists of words in three languages: data, one file a page.
  { files: ['src/console/ui/words/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['tests/**/*.ts', 'bench/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['**/*.mjs', 'vitest.config.ts'], ...tseslint.configs.disableTypeChecked },
);
