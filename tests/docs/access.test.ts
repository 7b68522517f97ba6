import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mayDo, PERMISSIONS, ROLES } from '../../src/access/roles.ts';

test('access.md has the table of roles.ts', () => {
  const text = readFileSync('docs/access.md', 'utf8');
  const [, head = ''] = /^\| permission \| (.*) \|$/m.exec(text) ?? [];
  expect(head.split(' | ')).toEqual([...ROLES]);
  const rows = [...text.matchAll(/^\| `([\w.]+)` \|(.*)\|$/gm)].map(([, permission, cells = '']) => [
    permission,
    ...cells.split('|').map((cell) => cell.trim()),
  ]);
  expect(rows).toEqual(
    PERMISSIONS.map((permission) => [permission, ...ROLES.map((role) => (mayDo(role, permission) ? '√' : ''))]),
  );
});
