/** A length of time as procedures give it. Working days and days are different promises. */
export interface Duration {
  readonly amount: number;
  readonly unit: 'working-day' | 'day' | 'working-hour' | 'hour' | 'month';
}

const UNITS: Readonly<Record<string, Duration['unit']>> = {
  'ngày làm việc': 'working-day',
  ngày: 'day',
  'giờ làm việc': 'working-hour',
  giờ: 'hour',
  tháng: 'month',
};

/** "03 ngày làm việc", "27/30 ngày", "10 đến 15 ngày". A clock time ("sau 15 giờ") is no length. */
const LENGTH =
  /(?<![\d.,/])(?:(\d{1,3}) ?(?:\/|đến|–|-|hoặc) ?)?(\d{1,3}) ?(?:\([^)]{1,20}\) ?)?(ngày làm việc|giờ làm việc|ngày|giờ|tháng)(?! *\d)/giu;
/** "Một ngày" is written in letters where a resident confirms a draft. */
const ONE = /(?<!\p{L})một(?= (?:ngày|giờ|tháng))/giu;
const CLOCK = /(?:sau|trước|quá|lúc|từ) (?:thời điểm )?\d{1,2} ?giờ(?! làm việc)/giu;
const SAME_DAY =
  /trong ngày|ngay (?:khi|sau|trong ngày)|cấp ngay|giải quyết ngay|tiếp nhận ngay|trả (?:kết quả )?ngay/iu;

/** Every length of time that the words name, each once. "Trong ngày" is 0 working days. */
export function durationsIn(words: string): Duration[] {
  const said = words.normalize('NFC').replaceAll(CLOCK, ' ').replaceAll(ONE, '1');
  const found = [...said.matchAll(LENGTH)].flatMap(([, first, last, name = '']): Duration[] => {
    const unit = UNITS[name.toLowerCase()];
    return unit === undefined
      ? []
      : [first, last].flatMap((amount) => (amount === undefined ? [] : [{ amount: Number(amount), unit }]));
  });
  const all = SAME_DAY.test(said) ? [{ amount: 0, unit: 'working-day' as const }, ...found] : found;
  return all.filter((duration, i) => all.findIndex((other) => sameDuration(other, duration)) === i);
}

export const sameDuration = (a: Duration, b: Duration): boolean => a.amount === b.amount && a.unit === b.unit;
