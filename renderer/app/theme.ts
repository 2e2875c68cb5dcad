import type { ThemeConfig } from 'antd';

/** The one accent: a calm red close to the letterhead. On white its contrast is 6.5 : 1. */
export const ACCENT = '#b3261e';

const LINK = '#1f5a92';
const GLOW = 'rgb(31 90 146 / 16%)';
const FIELD = {
  hoverBorderColor: LINK,
  activeBorderColor: LINK,
  activeShadow: `0 0 0 2px ${GLOW}`,
  errorActiveShadow: `0 0 0 2px rgb(179 38 30 / 16%)`,
};

export const theme: ThemeConfig = {
  // The styles are read from antd's own file (main.tsx) and not made anew at every start; colours and sizes are variables.
  zeroRuntime: true,
  token: {
    colorPrimary: ACCENT,
    colorInfo: LINK,
    colorLink: LINK,
    // Darker, not paler: a link under the mouse is still to be read.
    colorLinkHover: '#164470',
    colorLinkActive: '#164470',
    colorError: '#b3261e',
    colorWarning: '#9a5700',
    colorSuccess: '#1e6b3a',
    colorInfoBg: '#eef4fa',
    colorInfoBorder: '#b7cfe6',
    colorWarningBg: '#fff6e5',
    colorWarningBorder: '#e6c98f',
    colorErrorBg: '#fcf3f2',
    colorErrorBorder: '#e8b4b0',
    colorSuccessBg: '#eef7f0',
    colorSuccessBorder: '#a9d3b6',
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
    // Red borders are for errors only: the cursor's field is blue.
    Input: FIELD,
    InputNumber: FIELD,
    DatePicker: FIELD,
    Select: { hoverBorderColor: LINK, activeBorderColor: LINK, activeOutlineColor: GLOW },
    Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 8, headerBg: '#f5f5f5', rowHoverBg: '#f7f3f2' },
    Tabs: { horizontalMargin: '0 0 8px 0' },
    Menu: { itemHeight: 36, itemMarginBlock: 0, itemBorderRadius: 0 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
};
