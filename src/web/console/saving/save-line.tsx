import { CheckCircleOutlined, ExclamationCircleOutlined, SyncOutlined } from '@ant-design/icons';
import { Flex } from 'antd';
import { sentenceFor } from '../api/error.ts';
import { shellWords } from '../words/shell.vi.ts';
import type { SaveState } from './use-autosave.ts';

const { saving: words } = shellWords;
const clock = new Intl.DateTimeFormat('vi', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** How far what she types has come; read out when it changes. */
export function SaveLine({ state }: { readonly state: SaveState }) {
  const { icon, text } = lineOf(state);
  return (
    <Flex gap={6} align="center" className={`save-line ${state.kind}`} role="status">
      <span aria-hidden="true">{icon}</span>
      {text}
    </Flex>
  );
}

function lineOf(state: SaveState): { readonly icon: React.ReactNode; readonly text: string } {
  switch (state.kind) {
    case 'clean':
      return { icon: null, text: '' };
    case 'typing':
      return { icon: null, text: words.typing };
    case 'saving':
      return { icon: <SyncOutlined aria-hidden />, text: words.saving };
    case 'saved':
      return { icon: <CheckCircleOutlined aria-hidden />, text: words.saved(clock.format(state.at)) };
    case 'waiting':
      return { icon: <ExclamationCircleOutlined aria-hidden />, text: words.waiting };
    case 'conflict':
      return { icon: <ExclamationCircleOutlined aria-hidden />, text: words.conflict };
    case 'refused':
      break;
  }
  return {
    icon: <ExclamationCircleOutlined aria-hidden />,
    text: `${words.refused} ${sentenceFor(state.error)}`,
  };
}
