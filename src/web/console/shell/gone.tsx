import { shellWords } from '../words/shell.vi.ts';
import { Page } from './page.tsx';

export function Gone() {
  return (
    <Page title={shellWords.gone}>
      <p>{shellWords.goneMore}</p>
    </Page>
  );
}
