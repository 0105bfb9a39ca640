import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { say } from '#knowledge/schema/text.ts';
import { Talk } from './talk.ts';
import { bot, Typing } from './typing.ts';

const { release } = bot;
const troubles = [...release.troubles.values()];
const wordings = z
  .record(z.string(), z.array(z.string()).min(3))
  .parse(parse(readFileSync(new URL('trouble-wordings.yaml', import.meta.url), 'utf8')));

/** Procedures with the steps at which each trouble is listed. */
const places = new Map<string, { procedure: string; step: string }>();
const list = (ids: readonly string[], procedure: string, step: string): void => {
  for (const id of ids) if (!places.has(id)) places.set(id, { procedure, step });
};
const [anyProcedure = ''] = release.procedures.keys();
for (const step of release.flow.steps) list(step.troubles, anyProcedure, step.id);
for (const procedure of release.procedures.values()) {
  for (const [step, own] of Object.entries(procedure.steps)) list(own.troubles, procedure.id, step);
  for (const own of procedure.ownSteps) list(own.troubles, procedure.id, own.id);
}

/** So many of its own wordings, and of three that taught it nothing, must lead to it; of the latter so few may be missed in all. */
const OWN = 3;
const FREE = 1;
const MISSED = 0.15;

const isTold = (she: Typing, id: string): boolean =>
  she.state.pending?.kind === 'trouble' && she.state.pending.trouble === id;

describe('every trouble', () => {
  it('stands at a step', () => {
    expect(troubles.filter(({ id }) => !places.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('of the first step is within reach of "Tôi bị vướng", a few at a time', () => {
    const she = new Typing();
    she.says('đăng ký kết hôn', 'bắt đầu');
    she.taps('step:stuck');
    const [first] = release.flow.steps;
    const seen = new Set<string>();
    for (let page = 0; page < 10; page += 1) {
      const shown = she.choices.filter((id) => /^trouble:[a-z]/.test(id));
      expect(shown.length).toBeLessThanOrEqual(5);
      for (const id of shown) seen.add(id.slice('trouble:'.length));
      if (!she.choices.some((id) => id.startsWith('trouble::'))) break;
      she.taps('trouble::');
    }
    expect(first?.troubles.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('has something to try, asks whether it helped, and names who can help', () => {
    const untold = troubles.filter(({ id }) => {
      const talk = new Talk(release);
      talk.tap(`trouble:${id}`);
      const asks = ['fix:yes', 'fix:no'].every((start) =>
        talk.choices.some((one) => one.id.startsWith(start)),
      );
      const tries = talk.said.includes('• ');
      for (let turn = 0; turn < 9 && talk.choices.some((one) => one.id.startsWith('fix:no')); turn += 1)
        talk.tapShown('fix:no');
      return !asks || !tries || !talk.said.includes('☎');
    });
    expect(untold.map(({ id }) => id)).toEqual([]);
  });

  it('has wordings here', () => {
    expect(Object.keys(wordings).toSorted()).toEqual(troubles.map(({ id }) => id).toSorted());
  });

  it('has wordings here that taught it nothing', () => {
    const taught = new Set(troubles.flatMap(({ phrases, messages }) => [...phrases, ...messages]));
    expect(
      Object.values(wordings)
        .flat()
        .filter((text) => taught.has(text)),
    ).toEqual([]);
  });

  it('is found by its own wordings', () => {
    const lost = troubles.flatMap(({ id, title, phrases }) => {
      let found = 0;
      for (const text of [say(title), ...phrases]) if (found < OWN && isFound(text, id)) found += 1;
      return found >= OWN ? [] : [`${id}: ${found}`];
    });
    expect(lost).toEqual([]);
  });

  it('is found by what residents say that taught it nothing', () => {
    const missed = Object.entries(wordings).map(([id, texts]) => ({
      id,
      said: texts.length,
      texts: texts.filter((text) => !isFound(text, id)),
    }));
    expect(missed.filter(({ texts, said }) => said - texts.length < FREE)).toEqual([]);
    const all = missed.flatMap(({ texts }) => texts);
    expect(all.length).toBeLessThan(Object.values(wordings).flat().length * MISSED);
  });

  it.each(troubles.flatMap(({ id, messages }) => messages.map((message) => [message, id] as const)))(
    '"%s" on the screen is %s',
    (message, id) => {
      const missed = [message, message.toUpperCase(), `nó báo "${message}"`].filter(
        (text) => !isFound(text, id),
      );
      expect(missed).toEqual([]);
    },
  );
});

/** What says as much as the trouble itself, and more of her case. */
const instead: Readonly<Record<string, (she: Typing) => boolean>> = {
  'nham-phuong-an-loc': (she) => she.choices.includes('unit:25326:sure'),
  'nop-ho-nguoi-khac': (she) => she.state.helping !== null,
  'khong-biet-trung-tam': (she) => she.topic === 'lien-he-dia-chi-gio-lam-viec',
  'yeu-cau-bo-sung': (she) => she.topic === 'bo-sung-ho-so',
  'rut-ho-so': (she) => she.topic === 'rut-ho-so',
  'muc-1': (she) => she.topic === 'cap-tai-khoan-dinh-danh-muc-2',
  'con-duoi-14': (she) => she.topic === 'cap-the-can-cuoc-duoi-14-tuoi',
  'doanh-nghiep': (she) => she.topic === 'cap-tai-khoan-dinh-danh-to-chuc',
  'thanh-pho-dong-nai': (she) => she.said.includes('Đồng Nai là thành phố'),
  // Sent back: the reason is asked for, and told in plain words.
  'tra-ve-khong-ly-do': (she) => /lý do|trả lại/u.test(she.said),
  'tre-han': (she) => she.topic === 'tra-cuu-ho-so',
};

/** Told at once while she walks, or one of the choices that she is asked between; danger is answered as such. */
function isFound(text: string, id: string): boolean {
  const she = new Typing();
  she.says('đăng ký kết hôn', 'bắt đầu');
  she.says(text);
  if (instead[id]?.(she) === true) return true;
  const asked = she.choices.includes(`topic:trouble:${id}`) || she.choices.includes(`trouble:${id}`);
  const warned = id === 'lua-dao' && /lừa đảo/u.test(she.said);
  return isTold(she, id) || asked || warned;
}
