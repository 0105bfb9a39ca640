import { list, plain, words, type Field, type Heading } from './field.ts';

/** Words in Vietnamese, and in a column beside it in English. `width`: of the English one. */
export const bothLanguages = (head: Heading, width: number): readonly [Field, Field] => [
  words(head, 'vi'),
  words(
    {
      id: `${head.id}-en`,
      at: head.at ?? head.id,
      heading: `${head.heading} (tiếng Anh)`,
      note: 'Để trống nếu chưa dịch.',
      width,
    },
    'en',
  ),
];

/** Ids of the sources that a row rests on. */
export const sourcesCited = (must: Pick<Heading, 'required'> = {}): Field =>
  list({
    id: 'nguon-dan',
    at: 'source',
    heading: 'Nguồn',
    note: 'Mã nguồn ở trang "Nguồn", mỗi dòng một mã.',
    width: 22,
    ...must,
  });

/** When somebody looked at it last, and by when to look again. `after`: what happens then. */
export const reviewDates = (after: string): readonly [Field, Field] => [
  plain(
    {
      id: 'den-ngay',
      at: 'asOf',
      heading: 'Đúng đến ngày',
      note: 'Ngày xem lại gần nhất.',
      width: 14,
      required: true,
    },
    'date',
  ),
  plain(
    { id: 'xem-lai', at: 'review', heading: 'Xem lại trước ngày', note: after, width: 14, required: true },
    'date',
  ),
];
