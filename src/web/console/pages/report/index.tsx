import { BarChartOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { reportWords } from '../../words/report.vi.ts';

export const reportPages: readonly ConsolePage[] = [
  {
    path: 'bao-cao',
    needs: 'view',
    menu: { group: 'questions', label: reportWords.title, icon: <BarChartOutlined aria-hidden />, order: 50 },
    load: () => import('./report.tsx'),
  },
  { path: 'bao-cao/thang', needs: 'view', load: () => import('./month.tsx') },
];
