import { HistoryOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { auditWords } from '../../words/audit.vi.ts';

export const auditPages: readonly ConsolePage[] = [
  {
    path: 'nhat-ky',
    needs: 'administer',
    menu: { group: 'people', label: auditWords.title, icon: <HistoryOutlined />, order: 20 },
    load: () => import('./audit.tsx'),
  },
];
