import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { copyProject, type Overlay, sourcesOf } from './overlay.ts';

/**
 * A gate that cannot fail is worth nothing. Each one of `npm run check` is run here with the project's own configuration on a
 * copy in which something is planted that it must find; and it must have looked at the whole project.
 */

/** Fewer modules than this, and a tool has looked in the wrong place. */
const MODULES = 300;
const SLOW = 120_000;

let project: Overlay;
const SCRIPTS = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;

beforeAll(() => {
  project = copyProject();
}, SLOW);
afterEach(() => {
  project.clean();
});
afterAll(() => {
  project.remove();
});

/** Runs the gate's own command line, with more words behind it. */
function gate(script: string, ...more: readonly string[]) {
  const [tool = '', ...words] = (SCRIPTS[script] ?? '').split(' ');
  expect(tool).not.toBe('');
  return project.run(tool, ...words, ...more);
}

test('npm run check runs every gate', () => {
  const steps = (SCRIPTS['check'] ?? '').split(' && ').map((step) => step.replace('npm run -s ', ''));
  expect(steps).toEqual([
    'check:format',
    'check:lint',
    'check:types',
    'check:page',
    'check:console',
    'check:boundaries',
    'check:unused',
    'test:coverage',
  ]);
  const ci = readFileSync('.ci/run', 'utf8');
  for (const step of ['format', 'lint', 'types', 'page', 'console', 'boundaries', 'unused']) expect(ci).toContain(step);
  expect(ci).toContain('npm run -s test:coverage');
});

test(
  'format: a file that is not formatted, and imports out of order',
  () => {
    project.plant('src/domain/canary.ts', "export const a  = 'x'\n");
    project.plant('tests/canary.ts', "import { b } from './b.ts';\nimport { a } from './a.ts';\n\nexport { a, b };\n");
    const { status, output } = gate('check:format', '--max-diagnostics=none');
    expect(status).not.toBe(0);
    const found = project.run('biome', 'check', '--colors=off', 'src/domain/canary.ts', 'tests/canary.ts');
    expect(found.output).toMatch(/src\/domain\/canary\.ts format/);
    expect(found.output).toMatch(/tests\/canary\.ts:1:1 assist\/source\/organizeImports/);
    const checked = /Checked (\d+) files/.exec(output);
    expect(Number(checked?.[1])).toBeGreaterThan(MODULES);
  },
  SLOW,
);

test(
  'lint: floating promises, `any`, `!`, a forgotten case, clocks and randomness in the pure core, long functions',
  () => {
    project.plant(
      'src/app/canary.ts',
      'export async function a(): Promise<void> { await Promise.resolve(); }\nexport function b(): void { a(); }\n',
    );
    const lines = Array.from({ length: 61 }, (_, index) => `  console.log(${String(index)});`).join('\n');
    project.plant('src/app/canary-long.ts', `export function long(): void {\n${lines}\n}\n`);
    project.plant(
      'src/domain/canary.ts',
      [
        'export const now = () => Date.now() + new Date().getTime() + Math.random();',
        'export const key = (): string | undefined => process.env["KEY"];',
        'export const first = (list: readonly string[]): string => list[0]!;',
        'export const anything = (value: any): unknown => value;',
        "export function word(kind: 'a' | 'b'): string { switch (kind) { case 'a': return 'x'; } return 'y'; }",
        '',
      ].join('\n'),
    );
    const { status, output } = gate(
      'check:lint',
      'src/app/canary.ts',
      'src/app/canary-long.ts',
      'src/domain/canary.ts',
    );
    expect(status).toBe(1);
    for (const rule of [
      '@typescript-eslint/no-floating-promises',
      'max-lines-per-function',
      'no-restricted-properties',
      'no-restricted-syntax',
      'no-restricted-globals',
      '@typescript-eslint/no-non-null-assertion',
      '@typescript-eslint/no-explicit-any',
      '@typescript-eslint/switch-exhaustiveness-check',
    ])
      expect(output).toContain(rule);
  },
  SLOW,
);

test(
  'lint: looks at every source, and at every pure one with the rules of the pure core',
  async () => {
    const eslint = new ESLint();
    const files = sourcesOf('src').filter((file) => !file.endsWith('.data.ts') && !file.endsWith('.d.ts'));
    expect(files.length).toBeGreaterThan(MODULES);
    const ignored = await Promise.all(files.map((file) => eslint.isPathIgnored(file)));
    expect(files.filter((_, index) => ignored[index])).toEqual([]);
    const rulesOf = async (file: string) =>
      ((await eslint.calculateConfigForFile(file)) as { rules: Record<string, readonly unknown[]> }).rules;
    for (const file of [
      'src/domain/phone.ts',
      'src/flows/flow.ts',
      'src/bot/engine/step.ts',
      'src/bot/understanding/understand.ts',
      'src/bot/phrases/render.ts',
      'src/bot/knowledge/search.ts',
    ])
      expect((await rulesOf(file))['no-restricted-properties']?.[0]).toBe(2);
    expect((await rulesOf('src/app/run.ts'))['@typescript-eslint/no-floating-promises']?.[0]).toBe(2);
  },
  SLOW,
);

test(
  'types: a string that is a number, an index that may be missing',
  () => {
    project.plant(
      'src/domain/canary.ts',
      "export const a: number = 'x';\nexport const b = (list: string[]): string => list[0];\n",
    );
    const { status, output } = gate('check:types', '--listFiles');
    expect(status).not.toBe(0);
    expect(output).toMatch(/src\/domain\/canary\.ts\(1,14\): error TS2322/);
    expect(output).toMatch(/src\/domain\/canary\.ts\(2,\d+\): error TS2322/);
    const listed = output.split('\n').filter((line) => /\/src\/.*\.ts$/.test(line) && !line.includes('node_modules'));
    expect(listed.length).toBeGreaterThan(MODULES);
  },
  SLOW,
);

test(
  'page: what browsers of 2017 do not have, and a number that is a string',
  () => {
    const code = "export const a: number = 'x';\nexport const b = [[1]].flat();\nexport const c = document.title;\n";
    project.plant('src/channels/web/page/canary.ts', code);
    const { status, output } = gate('check:page', '--listFiles');
    expect(status).not.toBe(0);
    expect(output).toMatch(/page\/canary\.ts\(1,14\): error TS2322/);
    expect(output).toMatch(/page\/canary\.ts\(2,\d+\): error TS2550/);
    expect(output).not.toMatch(/page\/canary\.ts\(3,/);
    expect(output.split('\n').filter((line) => /\/web\/page\/.*\.ts$/.test(line)).length).toBeGreaterThan(20);
  },
  SLOW,
);

test(
  'boundaries: each rule finds what breaks it',
  () => {
    const planted: readonly (readonly [rule: string, file: string, text: string])[] = [
      [
        'pure-no-builtins',
        'src/domain/canary.ts',
        "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n",
      ],
      ['pure-no-packages', 'src/flows/canary.ts', "import { z } from 'zod';\nexport const a = z;\n"],
      [
        'bot-engine-imports',
        'src/bot/engine/canary.ts',
        "import type { Store } from '../../store/store.ts';\nexport type A = Store;\n",
      ],
      [
        'channels-imports',
        'src/channels/canary.ts',
        "import type { Store } from '../store/store.ts';\nexport type A = Store;\n",
      ],
      [
        'one-channel-one-folder',
        'src/channels/twilio/canary.ts',
        "export { createSimulatorChannel } from '../simulator/channel.ts';\n",
      ],
      ['domain-imports', 'src/domain/canary-up.ts', "export { FLOWS } from '../flows/index.ts';\n"],
      ['main-is-the-root', 'src/cli/canary.ts', "import '../main.ts';\n"],
      ['no-tests-in-product', 'src/app/canary.ts', "export { until } from '../../tests/support/moving-clock.ts';\n"],
      ['not-resolvable', 'src/app/canary-lost.ts', "export { a } from './nowhere.ts';\n"],
      [
        'no-circular',
        'src/intake/canary-a.ts',
        "import { b } from './canary-b.ts';\nexport const a = (): number => b();\n",
      ],
    ];
    project.plant(
      'src/intake/canary-b.ts',
      "import { a } from './canary-a.ts';\nexport const b = (): number => a();\n",
    );
    for (const [, file, text] of planted) project.plant(file, text);
    const { status, output } = gate('check:boundaries');
    expect(status).not.toBe(0);
    const found = [...output.matchAll(/^ *error ([\w-]+): (\S+) →/gm)].map(
      ([, rule, file]) => `${rule ?? ''} ${file ?? ''}`,
    );
    for (const [rule, file] of planted) expect(found).toContain(`${rule} ${file}`);
    expect(Number(/(\d+) modules/.exec(output)?.[1])).toBeGreaterThan(MODULES);
  },
  SLOW,
);

test(
  'unused: an export that nobody imports, a file that nobody reads, a package that is not listed',
  () => {
    project.plant(
      'src/app/canary.ts',
      "import { pino } from 'left-pad';\nexport const used = pino;\nexport const idle = 1;\n",
    );
    project.plant('tests/canary.test.ts', "import { used } from '../src/app/canary.ts';\nconsole.log(used);\n");
    project.plant('src/domain/canary.ts', 'export const nobody = 1;\n');
    const { status, output } = gate('check:unused');
    expect(status).not.toBe(0);
    expect(output).toMatch(/idle\s+src\/app\/canary\.ts/);
    expect(output).toMatch(/^src\/domain\/canary\.ts/m);
    expect(output).toMatch(/left-pad\s+src\/app\/canary\.ts/);
  },
  SLOW,
);

test(
  'tests: one that fails, and a pure core that is not covered, each end the run with a failure',
  () => {
    project.plant(
      'tests/canary.test.ts',
      "import { expect, test } from 'vitest';\ntest('canary', () => {\n  expect(1).toBe(2);\n});\n",
    );
    const failing = gate('test:coverage', '--coverage.enabled=false', 'tests/canary.test.ts');
    expect([failing.status, failing.output]).toEqual([1, expect.stringMatching(/1 failed/)]);
    const uncovered = gate(
      'test:coverage',
      '--coverage.include=src/domain/**/*.ts',
      'tests/domain/sending-hours.test.ts',
    );
    expect(uncovered.status).toBe(1);
    expect(uncovered.output).toMatch(/Coverage for lines \([\d.]+%\) does not meet .*src\/\{domain,flows/);
  },
  SLOW,
);
