import type { ThemeConfig } from 'antd';

/**
 * Colours that stay apart for colour-blind people (Okabe and Ito 2008, darkened until text on white has a contrast of 4.5 : 1).
 * No meaning hangs on a colour alone: an icon or words stand beside it.
 */
export const COLOURS = {
  primary: '#00588f',
  good: '#00664b',
  warn: '#8a5200',
  bad: '#b3261e',
  quiet: '#595f69',
  text: '#1a1f26',
  line: '#d5d9e0',
  ground: '#f4f6f9',
} as const;

type Preset =
  | 'blue'
  | 'cyan'
  | 'geekblue'
  | 'gold'
  | 'green'
  | 'lime'
  | 'magenta'
  | 'orange'
  | 'purple'
  | 'red'
  | 'volcano';

/** Named colours of tags: ground, border, solid and text. The library's own text colours are too pale for small type. */
const TAGS: Readonly<Record<Preset, readonly [ground: string, border: string, solid: string, text: string]>> = {
  blue: ['#e6f0f8', '#a9cbe4', '#00588f', '#00466f'],
  geekblue: ['#e8ecfa', '#b3c0ec', '#2b45a8', '#22378a'],
  cyan: ['#e2f3f5', '#9ed3da', '#00606b', '#004d56'],
  green: ['#e2f4ee', '#9bd4c1', '#00664b', '#00523c'],
  lime: ['#eef4dd', '#c3d68f', '#4b6300', '#3d5000'],
  gold: ['#fdf3d8', '#e6c778', '#7a5600', '#654700'],
  orange: ['#fdeedd', '#ecc08c', '#8a5200', '#704200'],
  volcano: ['#fdeae2', '#eab39b', '#9a3b12', '#7f300f'],
  red: ['#fdeae9', '#eeb0ac', '#b3261e', '#931f18'],
  magenta: ['#fbe8f1', '#e6abc8', '#9c1f63', '#801a51'],
  purple: ['#f1eafa', '#c8b2e6', '#5b2d94', '#4a2579'],
};

/** The library writes both spellings of a step into one CSS variable: `gold1` and `gold-1`. */
const tagTokens = Object.fromEntries(
  Object.entries(TAGS).flatMap(([name, [ground, border, solid, text]]) =>
    Object.entries({ 1: ground, 3: border, 6: solid, 7: text }).flatMap(([step, colour]) => [
      [`${name}${step}`, colour],
      [`${name}-${step}`, colour],
    ]),
  ),
);

/** Large, clear type and strong contrast: it is read all day, and not only by the young. */
export const THEME: ThemeConfig = {
  token: {
    ...tagTokens,
    colorPrimaryBg: '#e6f0f8',
    colorPrimaryBgHover: '#d5e6f3',
    colorInfoBg: '#e6f0f8',
    colorSuccessBg: '#e2f4ee',
    colorWarningBg: '#fdf3d8',
    colorErrorBg: '#fdeae9',
    controlItemBgActive: '#e0ecf6',
    controlItemBgActiveHover: '#d5e6f3',
    colorPrimary: COLOURS.primary,
    colorLink: COLOURS.primary,
    colorInfo: COLOURS.primary,
    colorSuccess: COLOURS.good,
    colorWarning: COLOURS.warn,
    colorError: COLOURS.bad,
    colorText: COLOURS.text,
    colorTextSecondary: COLOURS.quiet,
    colorTextTertiary: COLOURS.quiet,
    colorTextDescription: COLOURS.quiet,
    colorTextPlaceholder: '#6b717b',
    colorBgLayout: COLOURS.ground,
    fontSize: 16,
    borderRadius: 8,
    controlHeight: 38,
    fontFamily:
      "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'PingFang TC', 'Microsoft JhengHei', sans-serif",
  },
  components: {
    Layout: { headerBg: '#ffffff', headerHeight: 60, siderBg: '#ffffff', headerPadding: '0 16px' },
    Menu: { itemSelectedBg: '#e0ecf6' },
    Table: { headerColor: COLOURS.text },
  },
};
