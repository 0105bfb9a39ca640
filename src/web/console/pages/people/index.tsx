import { TeamOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { peopleWords } from '../../words/people.vi.ts';

export const peoplePages: readonly ConsolePage[] = [
  {
    path: 'can-bo',
    needs: 'administer',
    menu: { group: 'people', label: peopleWords.title, icon: <TeamOutlined />, order: 10 },
    load: () => import('./people.tsx'),
  },
];
