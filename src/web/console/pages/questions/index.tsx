import { QuestionCircleOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { questionsWords } from '../../words/questions.vi.ts';

export const questionsPages: readonly ConsolePage[] = [
  {
    path: 'nguoi-dan-hoi',
    needs: 'view',
    menu: {
      group: 'questions',
      label: questionsWords.title,
      icon: <QuestionCircleOutlined aria-hidden />,
      order: 15,
    },
    load: () => import('./questions.tsx'),
  },
];
