import type { Conversation } from './conversation.ts';
import type { Memory } from './memory.ts';

/**
 * What she wrote before the script was here. Enter only made a line there: then the message is sent now, else it is
 * the draft, and the input, the same element as before, keeps its focus and its caret.
 */
export function takeEarly(page: Element, memory: Memory, conversation: Pick<Conversation, 'say'>): void {
  const written = page.querySelector<HTMLTextAreaElement>('#message')?.value ?? '';
  if (written.trim() === '') return;
  if (/\n\s*$/.test(written)) {
    conversation.say(written.trim());
    return;
  }
  const draft = memory.draft();
  memory.keepDraft(draft === '' || draft === written ? written : `${draft}\n${written}`);
}
