const whole = new Intl.NumberFormat('vi-VN');
const share = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 0 });

export const count = (value: number): string => whole.format(value);
/** null: of nothing. */
export const percent = (part: number, all: number): string | null =>
  all === 0 ? null : share.format(part / all);
