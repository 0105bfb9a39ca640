import { expect, it } from 'vitest';
import type { Block } from '#replies/reply.ts';
import type { Message } from '../messages.ts';
import { myCase } from './my-case.ts';

const said = (...blocks: Block[]): Message => ({
  kind: 'bot',
  key: String(Math.random()),
  blocks,
  offers: [],
  facts: [],
  lang: 'vi',
  erased: false,
  timestamp: '1',
  history: false,
});
const step = (label?: string, procedure = 'a'): Block => ({
  kind: 'step',
  procedure,
  procedureName: 'A',
  stepId: 's',
  number: 1,
  total: 2,
  title: 'Mở',
  todo: 'Mở trang.',
  notes: [],
  outline: [],
  ...(label === undefined ? {} : { answers: [{ question: 'q', ask: 'Hỏi?', label, change: 'change:a:q' }] }),
});

it('shows what she answered also where she began with the steps', () => {
  expect(myCase([said(step()), said(step('Có'))])?.answers?.items).toMatchObject([{ label: 'Có' }]);
});

it('shows the answers as told last, whichever message told them', () => {
  const listed: Block = {
    kind: 'answers',
    procedure: 'a',
    items: [{ question: 'q', ask: 'Hỏi?', label: 'Không' }],
  };
  expect(myCase([said(step('Có')), said(listed)])?.answers?.items[0]?.label).toBe('Không');
  expect(myCase([said(listed), said(step('Có'))])?.answers?.items[0]?.label).toBe('Có');
});

it('shows no answers of another procedure', () => {
  expect(myCase([said(step('Có', 'b')), said(step())])?.answers).toBeNull();
});
