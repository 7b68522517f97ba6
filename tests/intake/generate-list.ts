import { closeSync, openSync, writeSync } from 'node:fs';
import { HEADER } from './support.ts';

const DEPARTMENTS = ['骨科', '普外科', '心内科', '妇科', '儿科', '肾内科', '内分泌科'];
const GIVEN = ['建国', '志明', '秀英', '丽华', '军'];

/** Writes a made-up list of `count` different patients; every 97th has died. */
export function generateList(path: string, count: number): void {
  const file = openSync(path, 'w');
  writeSync(file, `\ufeff${HEADER}\r\n`);
  let text = '';
  for (let index = 0; index < count; index += 1) {
    const number = String(index).padStart(8, '0');
    const day = String(1 + (index % 17)).padStart(2, '0');
    const name = `王${GIVEN[index % GIVEN.length] ?? ''}`;
    const fields = [
      number,
      name,
      '男',
      String(20 + (index % 60)),
      `138${number}`,
      '李芳',
      '配偶',
      DEPARTMENTS[index % DEPARTMENTS.length] ?? '',
      '梁宏伟',
      '李小琴',
      '2026-10-30',
      `2026-11-${day}`,
      '"慢性阻塞性肺疾病急性加重, 高血压"',
      index % 97 === 0 ? '死亡' : '医嘱离院',
      `示范县白塔镇塔前村${String(index % 30)}组`,
    ];
    text += `${fields.join(',')}\r\n`;
    if (text.length > 100_000 || index === count - 1) {
      writeSync(file, text);
      text = '';
    }
  }
  closeSync(file);
}
