import { render } from 'preact';
import { App } from './app.tsx';
import { openConversation } from './conversation.ts';
import { closeFrame } from './frame.ts';
import { openMemory } from './memory.ts';
import { showLooks } from './looks.ts';
import { keepAboveKeyboard } from './keyboard.ts';
import { findUnit } from './unit.ts';
import { takeEarly } from './early.ts';
import { speakIn } from './words.ts';
import { sayFromAddress } from '../take-along/arrive.ts';

const unit = findUnit(document.documentElement.dataset, location.search);
const memory = openMemory(unit.code);
const asked = new URLSearchParams(location.search).get('lang');
const place = document.querySelector('#chat');

keepAboveKeyboard();
showLooks(memory);
// Vietnamese is here already; English is fetched first, and without a network it stays Vietnamese.
const inEnglish = (memory.lang() ?? asked) === 'en';
void (inEnglish ? speakIn('en').catch(() => undefined) : Promise.resolve()).then(open);

function open(): void {
  if (place === null) return;
  const conversation = openConversation(memory, unit.code);
  takeEarly(place, memory, conversation);
  sayFromAddress(conversation.say);
  closeFrame();
  render(<App conversation={conversation} memory={memory} unit={unit} />, place);
}
