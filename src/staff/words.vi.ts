/** What the staff's room says outside the console. */
export const words = {
  /** As the authenticator app shows it. */
  issuer: 'Trợ lý Nộp hồ sơ',
} as const;
