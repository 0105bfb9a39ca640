import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../icon.tsx';
import { words } from '../words.ts';
import { beSilent, speak, useVoice } from './speak.ts';

/** Reads one message aloud, or stops doing so. Nothing where the device has no Vietnamese voice. */
export function ReadButton({ text }: { text: () => string }) {
  const can = useVoice();
  const [reading, setReading] = useState(false);
  useEffect(() => {
    if (!reading) return undefined;
    return beSilent;
  }, [reading]);
  if (!can) return null;
  const toggle = () => {
    if (!reading) speak(text(), () => setReading(false));
    setReading(!reading);
  };
  return (
    <button type="button" class="tool" aria-pressed={reading} onClick={toggle}>
      <Icon name={reading ? 'stop' : 'sound'} />
      {reading ? words.voice.stop : words.voice.read}
    </button>
  );
}
