import { publishingWords } from '../../words/publishing.vi.ts';

export const releaseName = (number: number): string =>
  number === 0 ? publishingWords.releases.shipped : publishingWords.releases.number(number);
