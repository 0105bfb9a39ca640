import { describe, expect, it } from 'vitest';
import { zaloAnonymousDescriptor, zaloDescriptor } from '#channels/zalo/descriptor.ts';
import { payloadOf as zaloPayload } from '#channels/zalo/event.ts';
import { messengerDescriptor } from '#channels/messenger/descriptor.ts';
import { payloadOf as messengerPayload } from '#channels/messenger/event.ts';
import { piecesOf, type Limits } from '#channels/push/pieces.ts';
import { compileKnowledge } from '#knowledge/compile.ts';
import { openRelease } from '#knowledge/release.ts';
import { aspects } from '#knowledge/schema/ids.ts';
import { renderText } from '#replies/render-text.ts';
import type { Choice, Reply } from '#replies/reply.ts';
import { about, Talk, understood } from '../dialogs/talk.ts';

const compiled = compileKnowledge(new URL('../../data', import.meta.url).pathname);
if (!('release' in compiled)) throw new Error(compiled.faults.map(({ message }) => message).join('\n'));
const release = openRelease(compiled.release);

const LIST = 'Anh/chị nhắn số để chọn:';
const channels: readonly (readonly [string, Limits, (choice: Choice) => string])[] = [
  ['Zalo', zaloDescriptor.limits, zaloPayload],
  ['Zalo without a login', zaloAnonymousDescriptor.limits, zaloPayload],
  ['Messenger', messengerDescriptor.limits, messengerPayload],
];

/** Without white space: what a piece may change. */
const bare = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, '');

/** Within the limits, complete, and every choice tappable or typeable. */
function check(reply: Reply, limits: Limits, payload: (choice: Choice) => string): void {
  const pieces = piecesOf(reply, limits, LIST);
  const texts = pieces.map(renderText);
  for (const text of texts) {
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(limits.textChars);
    expect(text.isWellFormed()).toBe(true);
  }
  const all = bare(texts.join(' '));
  expect(all.startsWith(bare(renderText(reply)))).toBe(true);
  const buttons = pieces.flatMap(({ choices }) => choices);
  expect(buttons.length).toBeLessThanOrEqual(limits.choices);
  expect(new Set(buttons.map(({ title }) => title)).size).toBe(buttons.length);
  for (const button of buttons) {
    expect(button.title.length).toBeLessThanOrEqual(limits.choiceTitleChars);
    expect(payload(button).length).toBeLessThanOrEqual(1000);
  }
  const whole = new Set(buttons.map(({ title }) => title));
  for (const [index, { title }] of reply.choices.entries()) {
    const listed = all.includes(bare(`${String(index + 1)}. ${title}`));
    expect([title, listed || whole.has(title.normalize('NFC'))]).toEqual([title, true]);
  }
}

/** What the bot says about a procedure on its usual ways: offer, papers, every step, every aspect. */
function repliesAbout(procedure: string): readonly Reply[] {
  const replies: Reply[] = [];
  const keep = (talk: Talk): Talk => {
    replies.push(...(talk.last?.replies ?? []));
    return talk;
  };
  const papers = new Talk(release);
  papers.says('x', about(procedure));
  keep(papers).tapShown('offer:papers');
  for (let turn = 0; turn < 20 && papers.state.pending?.kind === 'question'; turn += 1) {
    keep(papers).tap(papers.choices.at(0)?.id ?? '');
  }
  keep(papers);
  const walk = new Talk(release);
  walk.says('x', about(procedure));
  walk.tapShown('offer:start');
  for (let turn = 0; turn < 40 && walk.state.walkthroughs[0]?.mode !== 'finished'; turn += 1) {
    keep(walk).tap(walk.choices[0]?.id ?? '');
  }
  keep(walk);
  for (const aspect of aspects) {
    const asking = new Talk(release);
    asking.says('x', about(procedure, { aspect }));
    keep(asking);
  }
  return replies;
}

describe.each(channels)('every reply of the bot on %s', (_name, limits, payload) => {
  it.each([...release.procedures.keys()])('about %s fits, is complete and can be answered', (procedure) => {
    const replies = repliesAbout(procedure);
    expect(replies.length).toBeGreaterThan(15);
    for (const reply of replies) check(reply, limits, payload);
  });

  it('about every trouble, topic and command fits, is complete and can be answered', () => {
    expect.hasAssertions();
    const topics = [...release.topics.keys(), ...[...release.troubles.keys()].map((id) => `trouble:${id}`)];
    for (const topic of topics) {
      const talk = new Talk(release);
      talk.says('x', about(topic));
      for (const reply of talk.last?.replies ?? []) check(reply, limits, payload);
    }
    const talk = new Talk(release);
    talk.start();
    for (const reply of talk.last?.replies ?? []) check(reply, limits, payload);
    for (const command of ['menu', 'staff', 'back', 'later', 'repeat', 'stop'] as const) {
      talk.says('x', understood({ command }));
      for (const reply of talk.last?.replies ?? []) check(reply, limits, payload);
    }
  });

  it('of any size fits, is complete and can be answered', () => {
    expect.hasAssertions();
    const choices = Array.from({ length: 15 }, (_, i) => ({
      id: `q:x:${String(i)}`,
      title: `Lựa chọn dài thật dài số ${String(i)} 🙂`,
      style: 'normal' as const,
    }));
    for (const text of [
      'ạ'.repeat(5000),
      'ệ 🙂 '.repeat(1000),
      'đường phố '.normalize('NFD').repeat(600),
      'x',
    ]) {
      check({ blocks: [{ kind: 'text', text }], choices, facts: [] }, limits, payload);
    }
  });
});
