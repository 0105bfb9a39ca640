import { useEffect, useState } from 'preact/hooks';
import type { Connection } from '../shared/direct-line/client.ts';
import { words } from './words.ts';

const slowAfterMs = 5_000;
const stuckAfterMs = 20_000;

/** One quiet line while the server cannot be reached; short hiccups are not mentioned. */
export function ConnectionLine({ connection }: { connection: Connection }) {
  const [troubledFor, setTroubledFor] = useState<'moment' | 'slow' | 'stuck'>('moment');
  const troubled = connection !== 'live';
  useEffect(() => {
    setTroubledFor('moment');
    if (!troubled) return undefined;
    const slow = setTimeout(() => setTroubledFor('slow'), slowAfterMs);
    const stuck = setTimeout(() => setTroubledFor('stuck'), stuckAfterMs);
    return () => {
      clearTimeout(slow);
      clearTimeout(stuck);
    };
  }, [troubled]);

  return (
    <p class="connection" role="status">
      {troubled ? sentence(troubledFor) : ''}
    </p>
  );
}

function sentence(troubledFor: 'moment' | 'slow' | 'stuck'): string {
  if (!navigator.onLine) return words.connection.offline;
  if (troubledFor === 'stuck') return words.connection.stuck;
  return troubledFor === 'slow' ? words.connection.slow : '';
}
