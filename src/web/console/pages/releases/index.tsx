import { CloudUploadOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { publishingWords } from '../../words/publishing.vi.ts';

export const releasePages: readonly ConsolePage[] = [
  {
    path: 'phat-hanh',
    needs: 'view',
    menu: {
      group: 'publishing',
      label: publishingWords.releases.menu,
      icon: <CloudUploadOutlined />,
      order: 30,
    },
    load: () => import('./list.tsx'),
  },
  { path: 'phat-hanh/:from/:to', needs: 'view', load: () => import('./between.tsx') },
];
