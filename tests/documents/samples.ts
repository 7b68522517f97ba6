import { label, type Sheet, value } from '../../src/documents/index.ts';

/** 2026-11-22 17:46 in Shanghai. */
export const PRINTED = { by: '李敏', at: Date.UTC(2026, 10, 22, 9, 46), zone: 'Asia/Shanghai' } as const;

const STORY =
  '11月18日上午在骨科门诊等了三个小时，护士站没有人解释，问了两次都说“再等等”。后来医生看了不到三分钟就让去拍片，拍完片子人已经下班了。' +
  '患者年纪大了，腿脚不便，来回跑了三趟。希望医院给个说法，也希望以后排队的时候能说清楚还要等多久。';

/** A complaint as the paper register has it (handbook, section 6). */
export function complaint(over: { readonly story?: string; readonly patient?: string } = {}): Sheet {
  const line = (text: string, word: string, words: string) => [label(text), value(word), label('电话'), value(words)];
  return {
    title: '投诉（意见）登记表',
    subtitle: '滨河市第一人民医院 随访中心',
    corner: '编号：2026-0031',
    orientation: 'portrait',
    language: 'zh-CN',
    printed: PRINTED,
    blocks: [
      {
        type: 'form',
        columns: [16, 22, 14, 20, 12, 16],
        rows: [
          [
            label('联系人'),
            value('王建国'),
            label('与患者关系'),
            value('父子'),
            label('患者'),
            value(over.patient ?? '王龘'),
          ],
          [...line('病案号', 'ZY20261103', '138 0013 8000'), label('随访时间'), value('11-20 09:32')],
          [
            label('涉及科室\n或人员'),
            value('骨科门诊', { across: 2 }),
            label('住址或单位'),
            value('滨河市解放路 8 号', { across: 2 }),
          ],
          [label('投诉内容'), value(over.story ?? STORY, { across: 5, lines: 8, foot: '登记人：李敏　2026-11-20' })],
          [label('责任科室'), value('骨科', { across: 2 }), label('答复期限'), value('2026-11-27', { across: 2 })],
          [
            label('拟办意见\n（行风办）'),
            value('请骨科核实候诊安排，5 个工作日内答复。', { across: 5, lines: 4, foot: '签名：周晴　2026-11-20' }),
          ],
          [label('管委会意见'), value('', { across: 5, lines: 3, foot: '签名：________　日期：________' })],
          [
            label('科室调查\n结果'),
            value('经核实，当日一名医生临时抢救，候诊通知不及时。已向患者致歉。', {
              across: 5,
              lines: 5,
              foot: '科主任签名：________　日期：________',
            }),
          ],
          [label('领导批示'), value('', { across: 5, lines: 3, foot: '签名：________　日期：________' })],
          [label('备注'), value('', { across: 5, lines: 2 })],
        ],
      },
    ],
  };
}

const WARDS = [
  '骨科',
  '心内科',
  '神经外科',
  '妇产科',
  '儿科',
  '消化内科',
  '呼吸与危重症医学科',
  '泌尿外科',
  '眼科',
  '耳鼻咽喉头颈外科',
];

/** A month by department: enough rows for two pages. */
export function monthly(rows = 48): Sheet {
  return {
    title: '出院患者满意度月报',
    subtitle: '2026 年 10 月　滨河市第一人民医院',
    orientation: 'landscape',
    language: 'zh-CN',
    printed: PRINTED,
    blocks: [
      {
        type: 'chart',
        kind: 'bars',
        title: '各科室满意率',
        labels: WARDS.map((ward) => ward.slice(0, 5)),
        series: [
          { name: '医生', values: [0.93, 0.97, 0.88, 0.91, 0.99, 0.92, 0.9, 0.94, 1, 0.87] },
          { name: '护士', values: [0.9, 0.95, 0.92, 0.97, 0.98, 0.94, 0.9, 0.93, 0.99, null] },
        ],
        format: 'percent',
      },
      {
        type: 'chart',
        kind: 'lines',
        title: '近六个月完成随访人数',
        labels: ['5月', '6月', '7月', '8月', '9月', '10月'],
        series: [
          { name: '完成', values: [820, 901, 877, null, 1010, 1102] },
          { name: '部分完成', values: [120, 101, 133, 140, 122, 98] },
          { name: '谢绝', values: [60, 72, 55, 61, 58, 49] },
        ],
      },
      {
        type: 'table',
        title: '按科室',
        columns: [
          { title: '科室', width: 26 },
          { title: '应访', width: 10, format: 'integer' },
          { title: '完成', width: 10, format: 'integer' },
          { title: '完成率', width: 10, format: 'percent' },
          { title: '满意', group: '医生', width: 10, format: 'percent' },
          { title: '不满意', group: '医生', width: 10, format: 'percent' },
          { title: '满意', group: '护士', width: 10, format: 'percent' },
          { title: '不满意', group: '护士', width: 10, format: 'percent' },
          { title: '主要意见', width: 40 },
        ],
        rows: Array.from({ length: rows }, (_, index) => [
          `${WARDS[index % WARDS.length] ?? ''}${index < WARDS.length ? '' : `（${index}病区）`}`,
          1200 + index * 7,
          960 + index * 5,
          0.8,
          0.93,
          index === 3 ? null : 0.02,
          0.95,
          0.01,
          index % 4 === 0 ? '候诊时间长；希望病房晚上安静一些，热水供应到九点以后' : '—',
        ]),
        totals: ['合计', 68_000, 54_400, 0.8, 0.93, 0.02, 0.95, 0.01, ''],
      },
      {
        type: 'paragraph',
        style: 'note',
        text: '满意率 = 满意 ÷（满意 + 基本满意 + 不满意）。答复少于 10 份的科室不排名。',
      },
    ],
  };
}

/** What goes from one shift to the next, to be checked and signed. */
export function handover(): Sheet {
  const item = (number: number, text: string): readonly (string | number)[] => [number, text, '√', ''];
  return {
    title: '随访中心交接班记录',
    subtitle: '2026-11-22 白班 → 晚班',
    orientation: 'portrait',
    language: 'zh-CN',
    printed: PRINTED,
    blocks: [
      {
        type: 'form',
        columns: [18, 32, 18, 32],
        rows: [
          [label('交班人', { down: 2 }), value('李敏（8 号）'), label('接班人', { down: 2 }), value('赵晓彤（12 号）')],
          [value('08:00–17:30'), value('17:30–21:00')],
          [
            label('交班说明'),
            value('王建国家属情绪较激动，已约明早 9 点由行风办回电。😡\n打印机缺纸，已报后勤。', {
              across: 3,
              lines: 3,
            }),
          ],
        ],
      },
      { type: 'paragraph', style: 'heading', text: '逐项核对' },
      {
        type: 'table',
        columns: [
          { title: '序号', width: 8, align: 'center' },
          { title: '事项', width: 60 },
          { title: '√ / ×', width: 10, align: 'center' },
          { title: '备注', width: 22 },
        ],
        rows: [
          item(1, '未结对话 7 个，其中紧急 1 个：张丽华，胸闷，已告知拨打 120，家属已到急诊'),
          item(2, '承诺回电 3 个：18:30 孙宝琴；19:00 𠮷田惠子（日籍，会中文）；20:00 陈𬱖'),
          item(3, '投诉 2026-0031 明日到期，骨科尚未答复'),
          item(4, '办公室钥匙、抽屉钥匙各一把'),
          item(5, '随访手机两部，电量 80% 以上'),
        ],
      },
      {
        type: 'table',
        title: '待办预约',
        columns: [
          { title: '姓名', width: 20 },
          { title: '科室', width: 20 },
        ],
        rows: [],
      },
      {
        type: 'signatures',
        lines: [
          { role: '交班人', name: '李敏', date: '2026-11-22 17:30' },
          { role: '接班人', name: null, date: null },
          { role: '护士长（主管）', name: null, date: null },
        ],
      },
    ],
  };
}

/** All characters that stand in a sheet's blocks and title, each once. */
export function wordsOf(sheet: Sheet): string {
  const texts: string[] = [];
  JSON.stringify([sheet.title, sheet.subtitle, sheet.corner, sheet.blocks], (key, value: unknown) => {
    if (typeof value === 'string' && !['type', 'kind', 'style', 'align', 'format'].includes(key)) texts.push(value);
    return value;
  });
  return [...new Set(texts.join('').replace(/\s/g, ''))].join('');
}
