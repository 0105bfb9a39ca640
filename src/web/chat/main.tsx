import { render } from 'preact';
import { App } from './app.tsx';
import { openConversation } from './conversation.ts';
import { openMemory } from './memory.ts';
import { showLooks } from './looks.ts';
import { keepAboveKeyboard } from './keyboard.ts';
import { findUnit } from './unit.ts';
import { sayFromAddress } from '../take-along/arrive.ts';

const unit = findUnit(document.documentElement.dataset, location.search);
const memory = openMemory(unit.code);
keepAboveKeyboard();
const place = document.querySelector('#chat');

showLooks(memory);
if (place !== null) {
  const conversation = openConversation(memory, unit.code);
  sayFromAddress(conversation.say);
  render(<App conversation={conversation} memory={memory} unit={unit} />, place);
}
