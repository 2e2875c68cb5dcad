import type { ThemeConfig } from 'antd';

/** The one accent: a calm red close to the letterhead. On white its contrast is 6.5 : 1. */
export const ACCENT = '#b3261e';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: ACCENT,
    colorInfo: '#1f5a92',
    colorLink: '#1f5a92',
    colorError: '#b3261e',
    colorWarning: '#9a5700',
    colorSuccess: '#1e6b3a',
    colorText: '#1f1f1f',
    colorTextSecondary: '#4d4d4d',
    colorTextTertiary: '#5c5c5c',
    colorTextPlaceholder: '#757575',
    colorTextDisabled: '#6b6b6b',
    colorBorder: '#b8b8b8',
    colorBorderSecondary: '#e3e3e3',
    borderRadius: 4,
    fontSize: 14,
    controlHeight: 32,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    fontFamily:
      '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif',
  },
  components: {
    Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 8, headerBg: '#f5f5f5', rowHoverBg: '#f7f3f2' },
    Tabs: { horizontalMargin: '0 0 8px 0' },
    Menu: { itemHeight: 36, itemMarginBlock: 0, itemBorderRadius: 0 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
};
