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

/** Large, clear type and strong contrast: it is read all day, and not only by the young. */
export const THEME: ThemeConfig = {
  token: {
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
    Table: { headerColor: COLOURS.text },
  },
};
