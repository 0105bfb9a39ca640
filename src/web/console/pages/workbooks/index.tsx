import { FileExcelOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { workbookWords } from '../../words/workbooks.vi.ts';

export const workbookPages: readonly ConsolePage[] = [
  {
    path: 'excel',
    needs: 'view',
    menu: {
      group: 'content',
      label: workbookWords.title,
      icon: <FileExcelOutlined aria-hidden />,
      order: 60,
    },
    load: () => import('./workbooks.tsx'),
  },
];
