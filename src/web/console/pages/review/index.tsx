import { AuditOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { publishingWords } from '../../words/publishing.vi.ts';

export const reviewPages: readonly ConsolePage[] = [
  {
    path: 'duyet',
    needs: 'view',
    menu: { group: 'publishing', label: publishingWords.review.menu, icon: <AuditOutlined />, order: 10 },
    load: () => import('./list.tsx'),
  },
  { path: 'duyet/:draft', needs: 'view', load: () => import('./one.tsx') },
];
