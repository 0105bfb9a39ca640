import { expect, it } from 'vitest';
import { eventOf } from './event-of.ts';

it('reads what a resident did from a message', () => {
  expect(eventOf({ type: 'message', text: 'chào' }, ['phone'])).toEqual({
    kind: 'text',
    text: 'chào',
    masked: ['phone'],
  });
  expect(eventOf({ type: 'message' }, [])).toEqual({ kind: 'text', text: '', masked: [] });
  expect(eventOf({ type: 'message', text: 'Có', value: { choice: 'q:a:co' } }, [])).toEqual({
    kind: 'choice',
    id: 'q:a:co',
    title: 'Có',
  });
  expect(
    eventOf(
      { type: 'message', attachments: [{ contentType: 'image/jpeg' }, { contentType: 'application/pdf' }] },
      [],
    ),
  ).toEqual({ kind: 'attachment', kinds: ['image', 'file'], text: '', masked: [] });
});

it('takes a posted-back command as a tap, and posted-back words as words', () => {
  const postBack = (text: string) => eventOf({ type: 'message', text, channelData: { postBack: true } }, []);
  expect(postBack('menu:tam-tru')).toMatchObject({ kind: 'choice', id: 'menu:tam-tru' });
  expect(postBack('lệ phí: bao nhiêu')).toMatchObject({ kind: 'text' });
  expect(eventOf({ type: 'message', text: 'menu:tam-tru' }, [])).toMatchObject({ kind: 'text' });
});

it('passes over what nobody said, and values that are no choices', () => {
  for (const type of ['typing', 'event', 'endOfConversation', 'conversationUpdate']) {
    expect(eventOf({ type, text: 'x' }, [])).toBeNull();
  }
  for (const value of [{ choice: '' }, { choice: 7 }, 'x', null, { choice: 'x'.repeat(200) }]) {
    expect(eventOf({ type: 'message', text: 'x', value }, [])).toMatchObject({ kind: 'text' });
  }
});
