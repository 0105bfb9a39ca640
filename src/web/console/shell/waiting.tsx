import { Spin } from 'antd';
import { shellWords } from '../words/shell.vi.ts';

/** While something is fetched; says so to readers, not only with a wheel. */
export function Waiting() {
  return (
    <div className="waiting" role="status">
      <Spin aria-hidden="true" />
      <span>{shellWords.loading}</span>
    </div>
  );
}
