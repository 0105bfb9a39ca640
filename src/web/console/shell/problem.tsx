import { Alert, Button } from 'antd';
import { sentenceFor } from '../api/error.ts';
import { shellWords } from '../words/shell.vi.ts';

/** A call that failed, in words, with a way on: `<Problem error={query.error} retry={query.refetch} />`. */
export function Problem({ error, retry }: { readonly error: unknown; readonly retry?: () => unknown }) {
  const again =
    retry === undefined ? undefined : (
      <Button size="small" onClick={() => void retry()}>
        {shellWords.retry}
      </Button>
    );
  return <Alert type="error" showIcon role="alert" title={sentenceFor(error)} action={again} />;
}
