import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import type { z } from 'zod';
import type { compareSchema } from '#insight/contract.ts';
import { beginComparison, readComparison } from '../../api/insight.ts';
import { Problem } from '../../shell/problem.tsx';
import { replayWords as words } from '../../words/replay.vi.ts';
import { Compared } from './compared.tsx';
import '../../teach/teach.css';
import './replay.css';

const LOOK_MS = 1000;

/**
 * What changes would do, worked out when she asks for it: for a draft before it is approved, for a phrase before it is
 * saved. `what` may change meanwhile; the next run takes it as it stands then.
 */
export function Comparison({
  scope,
  what,
  label = words.run,
  disabled = false,
}: {
  readonly scope: string;
  readonly what: z.input<typeof compareSchema> | null;
  readonly label?: string;
  readonly disabled?: boolean;
}) {
  const begin = useMutation({
    mutationFn: (body: z.input<typeof compareSchema>) => beginComparison(scope, body),
  });
  const id = begin.data?.id;
  const run = useQuery({
    queryKey: ['comparison', scope, id],
    queryFn: () => readComparison(scope, id ?? ''),
    enabled: id !== undefined,
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.status === 'running' ? LOOK_MS : false,
  });
  const running = begin.isPending || (id !== undefined && (run.data?.status ?? 'running') === 'running');
  const done = run.data?.done ?? 0;
  return (
    <div className="run">
      <Button
        disabled={disabled || what === null}
        loading={running}
        onClick={() => (what === null ? undefined : begin.mutate(what))}
      >
        {id === undefined || running ? label : words.again}
      </Button>
      <div aria-live="polite">
        {running ? (
          <>
            <Progress percent={Math.round(100 * done)} aria-label={words.running} />
            <p className="soft">{words.runningMore}</p>
          </>
        ) : null}
        {begin.isError ? <Problem error={begin.error} /> : null}
        {run.isError ? <Problem error={run.error} retry={run.refetch} /> : null}
        {run.data === undefined || running ? null : <Outcome view={run.data} />}
      </div>
    </div>
  );
}

function Outcome({ view: { result } }: { readonly view: Awaited<ReturnType<typeof readComparison>> }) {
  if (result === null) return <Alert type="error" showIcon title={words.failed} />;
  if (result.kind === 'compared') return <Compared compared={result.compared} />;
  return (
    <Alert
      type="error"
      showIcon
      title={words.faulty}
      description={
        <ul className="plain">
          {result.faults.slice(0, 20).map(({ where, message }) => (
            <li key={`${where} ${message}`}>{message}</li>
          ))}
        </ul>
      }
    />
  );
}
