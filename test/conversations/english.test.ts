import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachEngine } from '../support/engines.ts';
import { openHouse, type TestHouse } from './house.ts';
import { Resident } from './resident.ts';

/** Vietnamese letters that no English sentence of ours holds outside quotes, brackets and names. */
const VIETNAMESE = /(?:anh\/chị|Anh\/chị|giấy tờ|Lệ phí|Thời gian|nhé)/u;

onEachEngine('a resident who writes English', (open) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse(await open());
  }, 120_000);
  afterAll(async () => {
    await house.stop();
  });

  async function resident(): Promise<Resident> {
    const she = new Resident(house.url);
    await she.arrives('25326');
    return she;
  }

  it('is led from "I want to register temporary residence" to the code, in English', async () => {
    const she = await resident();
    await she.says('I want to register temporary residence');
    expect(she.text).toContain('Temporary residence registration (Đăng ký tạm trú)');
    expect(she.choices.map(({ title }) => title)).toContain('Tiếng Việt');
    await she.says('how much is the fee?');
    expect(she.text).toMatch(/\d\.000 đồng/);
    expect(she.text).not.toMatch(VIETNAMESE);
    await she.says('start step by step');
    const shown = await she.walks();
    expect(shown.at(-1)).toMatch(/^(\d+)\/\1$/);
    expect(she.text).toContain('register temporary residence');
    expect(she.text).toMatch(/code|slip/);
    expect(she.text).not.toMatch(VIETNAMESE);
    she.leaves();
  });

  it('types every answer and word of command of a birth registration in English', async () => {
    const she = await resident();
    await she.says('English please');
    expect(she.text).toContain('I answer in English');
    await she.says('my baby was born last week, what papers do I need for birth registration?');
    expect(she.text).toMatch(/birth/);
    await she.says('start');
    for (let turn = 0; turn < 40 && she.choiceIds.length > 0; turn += 1) {
      if (she.choiceIds.some((id) => id.startsWith('feedback:'))) break;
      const question = she.choices.find(({ id }) => id.startsWith('q:'));
      const unit = she.choices.find(({ id }) => id.startsWith('unit:'));
      await she.says(question?.title ?? unit?.title ?? 'next');
      expect(she.text).not.toMatch(VIETNAMESE);
    }
    expect(she.choiceIds.some((id) => id.startsWith('feedback:'))).toBe(true);
    expect(she.text).toContain('register a birth');
    she.leaves();
  });

  it('goes back to Vietnamese with "tiếng Việt", and keeps her place', async () => {
    const she = await resident();
    await she.says('how do I get a building permit for my house?');
    expect(she.text).toContain('English');
    await she.says('start');
    await she.answers({});
    const place = she.step?.number;
    await she.says('tiếng Việt');
    expect(she.text).toContain('trả lời bằng tiếng Việt');
    expect(she.text).toContain('Mở Cổng và đăng nhập');
    expect(she.step?.number).toBe(place);
    she.leaves();
  });

  it('does not switch for a greeting, an ok, a name or a word that Vietnamese uses too', async () => {
    const she = await resident();
    for (const text of ['hello', 'ok', 'John Smith', 'upload file pdf bi loi', 'an loc', 'the can cuoc']) {
      await she.says(text);
      expect(she.text).not.toContain('I answer in English');
    }
    she.leaves();
  });

  it('says when a procedure is told only in Vietnamese, and offers an officer', async () => {
    const she = await resident();
    await she.says('English please');
    await she.says('I want to adopt a child');
    expect(she.text).toContain('only in Vietnamese');
    expect(she.choiceIds).toContain('staff');
    she.leaves();
  });
});
