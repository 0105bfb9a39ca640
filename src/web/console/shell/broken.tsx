import { Button, Result } from 'antd';
import { useRouteError } from 'react-router';
import { shellWords } from '../words/shell.vi.ts';

/** Instead of a page that threw. A part that cannot be fetched is of a build that was replaced: a reload mends it. */
export function Broken() {
  const error = useRouteError();
  const replaced = error instanceof TypeError && /import|module/i.test(error.message);
  return (
    <main>
      <Result
        status={replaced ? 'info' : 'error'}
        title={replaced ? shellWords.newBuild : shellWords.broken}
        extra={
          <Button type="primary" onClick={() => location.reload()}>
            {shellWords.reload}
          </Button>
        }
      />
    </main>
  );
}
