import type { ThemeConfig } from 'antd';

/** The residents' colours (`src/web/chat/styles/tokens.css`): every text has at least 4.5:1 on its ground. */
const green = '#0b5a50';
const ink = '#1d2b2a';
const inkSoft = '#4d5b59';

export const theme: ThemeConfig = {
  token: {
    // Who asked her device for stillness gets it.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: green,
    colorInfo: green,
    colorText: ink,
    colorTextSecondary: inkSoft,
    colorTextTertiary: inkSoft,
    colorTextDescription: inkSoft,
    colorTextPlaceholder: '#5f6c6a',
    colorTextDisabled: '#66716f',
    colorLink: green,
    colorLinkHover: '#08463e',
    colorBorder: '#857b69',
    colorBorderSecondary: '#ddd3c1',
    colorError: '#a3231b',
    colorWarning: '#9c4318',
    colorSuccess: '#1f6b2c',
    colorBgLayout: '#faf6ee',
    colorBgContainer: '#fffdf9',
    controlItemBgActive: '#e0eee8',
    controlItemBgActiveHover: '#d3e6de',
    controlItemBgHover: '#f2ecdf',
    colorPrimaryBg: '#e0eee8',
    colorPrimaryBgHover: '#d3e6de',
    colorInfoBg: '#e9f3ef',
    colorInfoBorder: '#9cc4b8',
    colorSuccessBg: '#e7f3e6',
    colorSuccessBorder: '#9ac79a',
    colorWarningBg: '#fdf1e3',
    colorWarningBorder: '#e0b48e',
    colorErrorBg: '#fbeae8',
    colorErrorBorder: '#dda29c',
    borderRadius: 8,
    fontSize: 16,
    controlHeight: 40,
    fontFamily:
      "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif",
  },
  components: {
    Layout: { headerBg: '#0b5a50', headerColor: '#fffdf9', siderBg: '#fffdf9', headerPadding: '0 16px' },
    Menu: { itemSelectedBg: '#e0eee8', itemSelectedColor: '#0a4f46', itemHeight: 44 },
    Table: { headerBg: '#f2ecdf', cellPaddingBlock: 12 },
  },
};
