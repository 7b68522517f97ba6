import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserThere } from './browser.ts';
import { type Desk, House, PHONE, SLOW, seriousViolations, shot, type Who } from './console.ts';

/** What people see when the service is away, refuses or breaks; and that the pages come back by themselves. */

/** Whose menu leads there, and what each page shows once it is whole. */
const PLACES: readonly (readonly [Who, string, string])[] = [
  ['supervisor', '/inbox?queue=all', '这个队列是空的'],
  ['supervisor', '/work', '这里没有要办的事'],
  ['supervisor', '/registers', '登记一条'],
  ['supervisor', '/praise', '这个月还没有表扬'],
  ['supervisor', '/shifts', '等待接班'],
  ['supervisor', '/reports', '这段时间没有数据'],
  ['supervisor', '/settings/campaign', '随访进行中'],
  ['admin', '/settings/flows', '正在使用'],
  ['admin', '/settings/imports', '还没有从这里导入过'],
  ['admin', '/settings/roster', '补充一个名字'],
  ['admin', '/settings/knowledge', '问答'],
  ['admin', '/accounts', '陈静'],
  ['admin', '/audit', '核对完整性'],
  ['admin', '/me', '登录的设备'],
];
/** Every page asks for its own data; who is signed in and the stream of events are asked for everywhere. */
const DATA = /\/api\/(?!session$|events)/u;

let house: House;

const says = ({ page }: Desk, text: string | RegExp) => page.getByText(text).first().waitFor();

describe.runIf(browserThere())('faults as people see them', () => {
  beforeAll(async () => {
    house = await House.open();
  }, SLOW);

  afterAll(() => house.close());

  test.each(PLACES)(
    '%s at %s: a service that breaks is said plainly, with a way on',
    async (who, path, whole) => {
      const desk = await house.desk(who, { path: '/me' });
      await desk.context.route(DATA, (route) =>
        route.fulfill({ status: 500, json: { code: 'INTERNAL', details: [] } }),
      );
      await desk.page.goto(`${house.service.url}/console${path}`);
      await says(desk, '服务器出错了');
      expect(await seriousViolations(desk.page)).toEqual([]);
      await shot(desk.page, `fault${path.replaceAll(/\W/gu, '-')}`);
      await desk.context.unroute(DATA);
      await desk.page.getByRole('button', { name: '再试一次' }).first().click();
      await says(desk, whole);
      await desk.context.close();
    },
    SLOW,
  );

  test(
    'a refusal and a thing that is not there are said as such',
    async () => {
      const desk = await house.desk('supervisor', { path: '/c/no-such-conversation' });
      await says(desk, '没有找到，可能已被删除，或您无权查看。');
      await shot(desk.page, 'fault-404');
      await desk.page.goto(`${house.service.url}/console/accounts`);
      await says(desk, '您的角色不能打开这一页');
      await desk.page.goto(`${house.service.url}/console/nowhere`);
      await says(desk, '没有这一页');
      await desk.context.route(DATA, (route) =>
        route.fulfill({ status: 403, json: { code: 'FORBIDDEN', details: [] } }),
      );
      await desk.page.goto(`${house.service.url}/console/work`);
      await says(desk, '您的角色没有这项权限');
      await desk.context.close();
    },
    SLOW,
  );

  test(
    'the service goes away while pages are open: each says so, and is whole again by itself',
    async () => {
      const desks = await Promise.all(
        PLACES.filter(([who]) => who === 'supervisor').map(async ([who, path, whole]) => {
          const desk = await house.desk(who, { path, size: PHONE });
          await says(desk, whole);
          return { desk, whole };
        }),
      );
      await house.restart(async () => {
        for (const { desk } of desks) await says(desk, '连接已断开');
      });
      for (const { desk, whole } of desks) {
        await desk.page.getByText('连接已断开').waitFor({ state: 'detached', timeout: SLOW });
        await says(desk, whole);
        expect(await desk.page.getByText('连不上服务器').count()).toBe(0);
        await desk.context.close();
      }
    },
    2 * SLOW,
  );
});
