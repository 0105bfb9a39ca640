import { DiffOutlined, ToolOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { publishingWords } from '../../words/publishing.vi.ts';

export const differencePages: readonly ConsolePage[] = [
  {
    path: 'khac-ban-chung',
    needs: 'view',
    menu: { group: 'content', label: publishingWords.differences.menu, icon: <DiffOutlined />, order: 30 },
    load: () => import('./overrides.tsx'),
  },
  {
    path: 'sau-cap-nhat',
    needs: 'edit',
    menu: { group: 'content', label: publishingWords.upgrades.menu, icon: <ToolOutlined />, order: 40 },
    load: () => import('./upgrades.tsx'),
  },
];
