import { writeFileSync } from 'node:fs';
import { guide, guideWords } from '../../../../src/web/console/words/guide.vi.ts';

const PICTURES = '../../src/web/console/pages/help/pictures';

/** The console's guide as a file for readers without the console; a test holds the two equal. */
export function guideText(): string {
  const tasks = guide.map(({ title, when, steps, notes, picture }) =>
    [
      `## ${title}`,
      when,
      steps.map((step, index) => `${String(index + 1)}. ${step}`).join('\n'),
      ...(picture === undefined ? [] : [`![${picture.alt}](${PICTURES}/${picture.name}.webp)`]),
      ...(notes === undefined ? [] : [notes.map((note) => `- ${note}`).join('\n')]),
    ].join('\n\n'),
  );
  return [
    '# Dành cho cán bộ phường, xã',
    `Trang quản trị ở địa chỉ \`/quan-tri\`. ${guideWords.intro}`,
    ...tasks,
  ]
    .join('\n\n')
    .concat('\n');
}

export const writeGuide = (file: string): void => writeFileSync(file, guideText());
