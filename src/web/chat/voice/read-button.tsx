import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../icon.tsx';
import { words, type Lang } from '../words.ts';
import { beSilent, speak, useVoice } from './speak.ts';

/** Reads one message aloud, or stops doing so. Nothing where the device has no voice for its language. */
export function ReadButton({ text, lang }: { text: () => string; lang: Lang }) {
  const can = useVoice(lang);
  const [reading, setReading] = useState(false);
  useEffect(() => {
    if (!reading) return undefined;
    return beSilent;
  }, [reading]);
  if (!can) return null;
  const toggle = () => {
    if (!reading) speak(text(), lang, () => setReading(false));
    setReading(!reading);
  };
  return (
    <button type="button" class="tool" aria-pressed={reading} onClick={toggle}>
      <Icon name={reading ? 'stop' : 'sound'} />
      {reading ? words.voice.stop : words.voice.read}
    </button>
  );
}
