import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Empty, Flex, Progress, Select, Tag, Timeline } from 'antd';
import type { Dayjs } from 'dayjs';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import {
  listPublications,
  listReleases,
  readFuture,
  type Publication,
  type Release,
} from '../../api/publishing.ts';
import type { Draft } from '../../api/entries.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { timeText } from '../../shell/times.ts';
import { useHome } from '../../shell/use-home.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { publishingWords } from '../../words/publishing.vi.ts';
import { EntriesChanged } from './entries-changed.tsx';
import { releaseName } from './release-name.ts';
import { Restore } from './restore.tsx';
import './releases.css';

const words = publishingWords.releases;
const isOpen = ({ status }: Publication): boolean => status === 'waiting' || status === 'running';

/** What is live and how it came to be: what is on its way, what waits for its time, and every release. */
export function Component() {
  const { scope } = useHome();
  const client = useQueryClient();
  const releases = useQuery({ queryKey: ['releases', scope], queryFn: () => listReleases(scope) });
  const publications = useQuery({
    queryKey: ['publications', scope],
    queryFn: () => listPublications(scope),
    refetchInterval: ({ state }) => (state.data?.publications.some(isOpen) === true ? 1000 : 15_000),
  });
  const open = (publications.data?.publications ?? []).filter(isOpen).length;
  useEffect(() => void client.invalidateQueries({ queryKey: ['releases', scope] }), [client, scope, open]);
  const failed = releases.error ?? publications.error;
  return (
    <Page title={words.title} intro={words.intro}>
      {failed === null ? null : <Problem error={failed} retry={releases.refetch} />}
      <OnTheWay publications={publications.data?.publications ?? []} />
      {releases.data === undefined ? (
        releases.isPending && <Waiting />
      ) : (
        <>
          <Scheduled drafts={releases.data.scheduled} />
          <AsOf />
          <History releases={releases.data.releases} live={releases.data.live} />
        </>
      )}
    </Page>
  );
}

/** Refused ones are shown for a day: their author was told in the draft. */
const DAY = 24 * 3600_000;

function OnTheWay({ publications }: { readonly publications: readonly Publication[] }) {
  const [now] = useState(() => Date.now());
  const shown = publications.filter(
    (one) =>
      (isOpen(one) && one.dueAt <= now + 60_000) || (one.status === 'refused' && one.updatedAt > now - DAY),
  );
  if (shown.length === 0) return null;
  return (
    <section aria-label={words.running} aria-live="polite">
      <h2>{words.running}</h2>
      {shown.map(({ id, note, officerName, status, stage, done, reasons, createdAt }) => (
        <div key={id} className="publication">
          <strong>{note}</strong> <span className="soft">{words.by(officerName, timeText(createdAt))}</span>
          {status === 'refused' ? (
            <Alert
              type="error"
              showIcon
              title={words.failed}
              description={
                <ul className="reasons">
                  {reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              }
            />
          ) : (
            <Progress
              percent={Math.round(100 * done)}
              status="active"
              aria-label={`${note}: ${stage}`}
              format={() => words.progress(stage)}
            />
          )}
        </div>
      ))}
    </section>
  );
}

function Scheduled({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { to } = useHome();
  return (
    <section aria-label={words.scheduled}>
      <h2>{words.scheduled}</h2>
      {drafts.length === 0 ? (
        <p>{words.scheduledNone}</p>
      ) : (
        <ul>
          {drafts.map(({ id, title, publishAt }) => (
            <li key={id}>
              <div>
                <Link to={to(`duyet/${id}`)}>{title}</Link>
              </div>
              <div className="soft">{words.at(timeText(publishAt ?? 0))}</div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function AsOf() {
  const { scope } = useHome();
  const [day, setDay] = useState<Dayjs | null>(null);
  const time = day?.endOf('day').valueOf() ?? 0;
  const future = useQuery({
    queryKey: ['future', scope, time],
    queryFn: () => readFuture(scope, time),
    enabled: time > 0,
  });
  return (
    <section aria-label={words.asOf}>
      <h2 id="as-of">{words.asOf}</h2>
      <p id="as-of-help">{words.asOfHelp}</p>
      <DatePicker
        value={day}
        onChange={setDay}
        format="DD/MM/YYYY"
        aria-labelledby="as-of"
        aria-describedby="as-of-help"
      />
      {future.isError ? <Problem error={future.error} /> : null}
      {future.data === undefined ? null : (
        <EntriesChanged
          entries={future.data.entries}
          none={words.asOfNone}
          before={words.live}
          after={day?.format('DD/MM/YYYY') ?? ''}
        />
      )}
    </section>
  );
}

function History({ releases, live }: { readonly releases: readonly Release[]; readonly live: number }) {
  if (releases.length === 0) {
    return (
      <section aria-label={words.history}>
        <h2>{words.history}</h2>
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />
      </section>
    );
  }
  return (
    <section aria-label={words.history}>
      <h2>{words.history}</h2>
      <Compare releases={releases} live={live} />
      <Timeline
        items={releases.map((release) => ({
          key: release.number,
          ...(release.live ? { color: 'green' } : { color: 'gray' }),
          content: <OneRelease release={release} />,
        }))}
      />
      <Restore number={0} live={live === 0} />
    </section>
  );
}

function OneRelease({ release }: { readonly release: Release }) {
  const { to } = useHome();
  const { number, publishedAt, publisher, note, changes, figures, live } = release;
  const share = figures?.['all']?.['top1'];
  return (
    <article className="release">
      <h3>
        {words.number(number)} {live ? <Tag>{words.live}</Tag> : null}
      </h3>
      <p className="soft">{words.by(publisher, timeText(publishedAt))}</p>
      <p>{note}</p>
      {changes.length === 0 ? null : (
        <ul>
          {changes.map(({ key, title, author, approver }) => (
            <li key={`${key.kind} ${key.scope} ${key.id}`}>
              {title} <span className="soft">({words.author(author, approver)})</span>
            </li>
          ))}
        </ul>
      )}
      {share === undefined ? null : <p className="soft">{words.understood(share.toLocaleString('vi'))}</p>}
      <Flex gap={12} wrap align="center">
        <Link
          to={to(`phat-hanh/${String(number - 1)}/${String(number)}`)}
          aria-label={`${words.difference}: ${words.number(number)}`}
        >
          {words.difference}
        </Link>
        <Restore number={number} live={live} />
      </Flex>
    </article>
  );
}

function Compare({ releases, live }: { readonly releases: readonly Release[]; readonly live: number }) {
  const { to } = useHome();
  const navigate = useNavigate();
  const [from, setFrom] = useState(0);
  const [until, setUntil] = useState(live);
  const options = [...releases.map(({ number }) => number), 0].map((number) => ({
    value: number,
    label: releaseName(number),
  }));
  return (
    <Flex gap={8} wrap align="center" className="compare">
      <span>{words.from}</span>
      <Select aria-label={words.from} value={from} onChange={setFrom} options={options} className="pick" />
      <span>{words.to}</span>
      <Select aria-label={words.to} value={until} onChange={setUntil} options={options} className="pick" />
      <Button onClick={() => void navigate(to(`phat-hanh/${String(from)}/${String(until)}`))}>
        {words.compare}
      </Button>
    </Flex>
  );
}
