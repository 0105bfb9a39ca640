import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { compareReleases } from '../../api/publishing.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { useHome } from '../../shell/use-home.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { publishingWords } from '../../words/publishing.vi.ts';
import { EntriesChanged } from './entries-changed.tsx';
import { releaseName } from './release-name.ts';

const words = publishingWords.releases;

/** What differs between two releases, entry by entry and field by field. */
export function Component() {
  const { scope } = useHome();
  const params = useParams();
  const [from, to] = [Number(params['from'] ?? 0), Number(params['to'] ?? 0)];
  const between = useQuery({
    queryKey: ['difference', from, to],
    queryFn: () => compareReleases(scope, from, to),
  });
  return (
    <Page
      title={words.between(releaseName(from), releaseName(to))}
      crumbs={[{ label: words.title, path: 'phat-hanh' }]}
    >
      {between.isPending ? <Waiting /> : null}
      {between.isError ? <Problem error={between.error} retry={between.refetch} /> : null}
      {between.data === undefined ? null : (
        <EntriesChanged
          entries={between.data.entries}
          none={words.differenceNone}
          before={releaseName(from)}
          after={releaseName(to)}
        />
      )}
    </Page>
  );
}
