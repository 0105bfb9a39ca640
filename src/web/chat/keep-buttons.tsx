import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { asText, copyText, saveText } from './keep.ts';
import type { Message } from './messages.ts';
import { words } from './words.ts';

/** Take the conversation along: copied, printed, as a file. */
export function KeepButtons({ messages, onPrint }: { messages: readonly Message[]; onPrint: () => void }) {
  const [told, setTold] = useState('');
  const text = () => asText(messages, new Date());
  const copy = async () => setTold((await copyText(text())) ? words.keep.copied : words.keep.notCopied);
  const save = () => {
    saveText(text(), words.keep.fileName(new Date().toISOString().slice(0, 10)));
    setTold(words.keep.saved);
  };
  return (
    <>
      <div class="keep">
        <button type="button" class="offer quiet" onClick={() => void copy()}>
          <Icon name="copy" />
          {words.keep.copy}
        </button>
        <button type="button" class="offer quiet" onClick={onPrint}>
          <Icon name="print" />
          {words.keep.print}
        </button>
        <button type="button" class="offer quiet" onClick={save}>
          <Icon name="save" />
          {words.keep.save}
        </button>
      </div>
      <p class="told" role="status">
        {told}
      </p>
    </>
  );
}
