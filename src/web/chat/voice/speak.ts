import { useEffect, useState } from 'preact/hooks';
import type { Lang } from '../words.ts';

/** Phones fall silent in the middle of a long text: it is read sentence by sentence. */
const longestPart = 180;

/** Whether this device reads a language aloud; voices often arrive only after a while. */
export function useVoice(lang: Lang): boolean {
  const [can, setCan] = useState(() => voiceOf(lang) !== null);
  useEffect(() => {
    if (!('speechSynthesis' in window)) return undefined;
    const look = () => setCan(voiceOf(lang) !== null);
    look();
    speechSynthesis.addEventListener?.('voiceschanged', look);
    return () => speechSynthesis.removeEventListener?.('voiceschanged', look);
  }, [lang]);
  return can;
}

/** Reads aloud, after falling silent; `onEnd` when all was read, or something else is. */
export function speak(text: string, lang: Lang, onEnd: () => void = () => undefined): void {
  const voice = voiceOf(lang);
  if (voice === null) return;
  speechSynthesis.cancel();
  const parts = partsOf(text);
  parts.forEach((part, index) => {
    const said = new SpeechSynthesisUtterance(part);
    said.lang = lang === 'en' ? 'en-US' : 'vi-VN';
    said.voice = voice;
    said.addEventListener('error', onEnd);
    if (index === parts.length - 1) said.addEventListener('end', onEnd);
    speechSynthesis.speak(said);
  });
}

export function beSilent(): void {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}

function voiceOf(wanted: Lang): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null;
  const speaks = (lang: string) => lang.toLowerCase().split(/[-_]/)[0] === wanted;
  return speechSynthesis.getVoices().find(({ lang }) => speaks(lang)) ?? null;
}

export function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const sentence of text.replace(/([.!?;:])\s+/g, '$1\n').split(/\n+/)) {
    const last = parts[parts.length - 1];
    if (last !== undefined && last.length + sentence.length < longestPart) {
      parts[parts.length - 1] = `${last} ${sentence}`;
    } else if (sentence.trim() !== '') {
      parts.push(sentence);
    }
  }
  return parts;
}
