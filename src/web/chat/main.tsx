import { render } from 'preact';
import { App } from './app.tsx';
import { openConversation } from './conversation.ts';
import { openMemory } from './memory.ts';
import { keepAboveKeyboard } from './keyboard.ts';
import { findUnit } from './unit.ts';

const unit = findUnit(document.documentElement.dataset, location.search);
const memory = openMemory(unit.code);
keepAboveKeyboard();
const place = document.querySelector('#chat');

document.documentElement.dataset['size'] = memory.textSize();
if (place !== null) {
  render(<App conversation={openConversation(memory, unit.code)} memory={memory} unit={unit} />, place);
}
