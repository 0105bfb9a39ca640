import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { Microphone } from './voice/microphone.tsx';
import { words } from './words.ts';

/** Where she writes: grows with the text, Enter sends, Shift+Enter makes a line. The focus stays here. */
export function Composer({
  draft,
  onDraft,
  onSend,
  input,
}: {
  draft: string;
  onDraft: (text: string) => void;
  onSend: (text: string) => void;
  input: RefObject<HTMLTextAreaElement | null>;
}) {
  const [told, setTold] = useState('');
  useLayoutEffect(() => {
    const area = input.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }, [draft, input]);

  const send = () => {
    const text = draft.trim();
    if (text === '') return;
    onSend(text);
    onDraft('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a Vietnamese input method is composing, Enter only ends the word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    send();
    input.current?.focus();
  };

  return (
    <form class="composer" onSubmit={onSubmit}>
      <label class="hidden" for="message">
        {words.composer.label}
      </label>
      <div class="composer-row">
        <textarea
          id="message"
          ref={input}
          rows={1}
          value={draft}
          dir="auto"
          placeholder={words.composer.placeholder}
          aria-describedby="privacy"
          enterkeyhint="send"
          autocomplete="off"
          onInput={(event) => onDraft(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Microphone
          draft={draft}
          onDraft={onDraft}
          onTold={setTold}
          focusInput={() => input.current?.focus()}
        />
        <button type="submit" class="send" aria-disabled={draft.trim() === ''}>
          <Icon name="send" />
          <span class="send-word">{words.composer.send}</span>
        </button>
      </div>
      <p class="told" role="status">
        {told}
      </p>
      <p id="privacy" class="privacy">
        {words.composer.privacy}
      </p>
    </form>
  );
}
