// Takes the pictures of docs/console.md: npm run -s screenshots. Everything in them is invented: the demo hospital's list and what
// tests/e2e/day.ts makes of it. Small palettes keep the pictures below 80 kB.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { DEPARTMENT, House, PASSWORD, PHONE, quiet } from '../tests/e2e/console.ts';
import { workADay } from '../tests/e2e/day.ts';

const FOLDER = fileURLToPath(new URL('../docs/console/', import.meta.url));
const LARGEST = 80_000;
const STRANGER = '+8613900001234';

/** Who looks at what; `click` opens what has no address of its own. */
const PICTURES = [
  { name: 'inbox', who: 'officer', path: '/inbox?queue=all' },
  { name: 'conversation', who: 'officer', path: '/inbox?queue=mine', click: '[data-conversation]' },
  { name: 'work', who: 'desk', path: '/work' },
  { name: 'registers', who: 'supervisor', path: '/registers' },
  { name: 'entry', who: 'conduct', path: '/registers/complaint/{complaint}' },
  { name: 'praise', who: 'supervisor', path: '/praise' },
  { name: 'shifts', who: 'second', path: '/shifts' },
  { name: 'reports', who: 'leader', path: '/reports' },
  { name: 'settings', who: 'admin', path: '/settings' },
  { name: 'accounts', who: 'admin', path: '/accounts' },
  { name: 'audit', who: 'admin', path: '/audit' },
  { name: 'me', who: 'officer', path: '/me' },
];

async function save(name, picture) {
  for (const colours of [128, 64, 32, 16]) {
    const bytes = await sharp(picture).png({ palette: true, colours, effort: 10, compressionLevel: 9 }).toBuffer();
    if (bytes.length > LARGEST && colours > 16) continue;
    writeFileSync(`${FOLDER}${name}.png`, bytes);
    return;
  }
}

async function take(house, picture, size, number) {
  const path = picture.path.replace('{complaint}', number);
  const { page, context } = await house.desk(picture.who, { path, ...(size === 'phone' ? { size: PHONE } : {}) });
  if (picture.click !== undefined) await page.locator(picture.click).first().click();
  await quiet(page);
  // Charts grow for a moment.
  await page.waitForTimeout(1_500);
  await save(size === 'phone' ? `${picture.name}-390` : picture.name, await page.screenshot());
  await context.close();
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const house = await House.open();
try {
  const known = await house.admit(8);
  const patients = known.map((number, index) => (index === 6 ? STRANGER : number));
  const say = (patient, words) => house.text(patient, words);
  await workADay({ patients, say, client: (who) => house.client(who), password: PASSWORD, department: DEPARTMENT });
  const { body } = await (await house.client('officer')).get('/api/registers?kinds=complaint&status=answered');
  for (const picture of PICTURES) {
    await take(house, picture, 'desktop', body.rows[0].number);
    await take(house, picture, 'phone', body.rows[0].number);
  }
} finally {
  await house.close();
}
