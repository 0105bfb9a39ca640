/** Words on the portal's page. */
export const labels = {
  vi: { name: 'Trợ lý Nộp hồ sơ', open: 'Hỏi về hồ sơ', close: 'Đóng' },
  en: { name: 'Trợ lý Nộp hồ sơ', open: 'Ask about dossiers', close: 'Close' },
} as const;
