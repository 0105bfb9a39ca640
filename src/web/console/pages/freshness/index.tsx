import { FieldTimeOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { freshnessWords } from '../../words/freshness.vi.ts';

export const freshnessPages: readonly ConsolePage[] = [
  {
    path: 'ra-soat',
    needs: 'view',
    menu: { group: 'content', label: freshnessWords.title, icon: <FieldTimeOutlined />, order: 40 },
    load: () => import('./freshness.tsx'),
  },
];
