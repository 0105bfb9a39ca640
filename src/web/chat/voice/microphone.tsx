import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icon.tsx';
import { words } from '../words.ts';
import { canListen, listen, type Listening } from './listen.ts';
import { beSilent } from './speak.ts';

/** Speaking instead of typing. What was understood stands in the input, to be looked at before it is sent. */
export function Microphone({
  draft,
  onDraft,
  onTold,
  focusInput,
}: {
  draft: string;
  onDraft: (text: string) => void;
  /** What is to be known about listening; '' when there is nothing. */
  onTold: (text: string) => void;
  focusInput: () => void;
}) {
  const listening = useRef<Listening | null>(null);
  const [on, setOn] = useState(false);
  useEffect(() => () => listening.current?.stop(), []);
  if (!canListen()) return null;

  const toggle = () => {
    if (listening.current !== null) {
      listening.current.stop();
      return;
    }
    beSilent();
    const before = draft.trim() === '' ? '' : `${draft.trim()} `;
    listening.current = listen({
      onText: (text) => onDraft(before + text),
      onEnd: (why) => {
        listening.current = null;
        setOn(false);
        onTold(why === 'done' ? '' : words.voice[why]);
        if (why === 'done') focusInput();
      },
    });
    setOn(listening.current !== null);
    onTold(listening.current === null ? words.voice.failed : words.voice.listening);
  };
  return (
    <button type="button" class={on ? 'mic on' : 'mic'} aria-pressed={on} onClick={toggle}>
      <Icon name="microphone" />
      <span class="hidden">{words.voice.speak}</span>
    </button>
  );
}
