import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachEngine } from '../support/engines.ts';
import { openHouse, type TestHouse } from './house.ts';
import { Resident } from './resident.ts';

const HOUR = 3_600_000;

/** What a resident can do, through the real stages: Direct Line, store, lease, matcher, dialogs, commit. */
onEachEngine('a resident', (make) => {
  let house: TestHouse;
  let she: Resident;

  beforeEach(async () => {
    house = await openHouse(await make(), '25326');
    she = new Resident(house.url);
    await she.arrives();
  });
  afterEach(async () => {
    she.leaves();
    await house.stop();
  });

  const procedures = [
    {
      id: 'dang-ky-khai-sinh',
      name: 'Đăng ký khai sinh',
      openings: ['vợ mình mới sinh, làm giấy khai sinh online sao ad', 'lam giay khai sinh'],
      answers: {
        'dung-han': 'trong-60-ngay',
        'truong-hop': 'khong-co',
        'cha-me-ket-hon': 'roi',
        'giay-chung-sinh': 'ban-giay',
        'nguoi-nop': 'cha-me',
      },
      paper: 'giay-chung-sinh',
      fromDatabase: ['giay-ket-hon', 'giay-to-cu-tru'],
      fee: 'miễn phí',
    },
    {
      id: 'dang-ky-tam-tru',
      name: 'Đăng ký tạm trú',
      openings: ['toi thue tro muon dang ky tam tru', 'tôi ở trọ muốn đăng ký tạm trú'],
      answers: {
        'moi-hay-gia-han': 'dang-ky-moi',
        'cach-dang-ky': 'ca-nhan',
        'cho-o': 'nha-thue',
        'chu-nha-vneid': 'co',
        tuoi: 'du-18',
      },
      paper: 'van-ban-cho-thue',
      fromDatabase: [],
      fee: '7.000 đồng',
    },
  ] as const;

  it('hears at the start that it is an automatic assistant', () => {
    expect(she.text).toMatch(/tự động/);
  });

  for (const procedure of procedures) {
    it(`1 is understood and offered two ways: ${procedure.id}`, async () => {
      for (const opening of procedure.openings) {
        await she.says(opening);
        expect(she.text).toContain(procedure.name);
        expect(she.choiceIds).toEqual(
          expect.arrayContaining([`offer:papers:${procedure.id}`, `offer:start:${procedure.id}`]),
        );
      }
    });

    it(`2 gets the papers of her case: ${procedure.id}`, async () => {
      await she.says(procedure.openings[0]);
      await she.taps('offer:papers');
      await she.answers(procedure.answers);
      expect([...she.papers('needed'), ...she.papers('depends')]).toContain(procedure.paper);
      expect(she.papers('not-needed')).toEqual(expect.arrayContaining([...procedure.fromDatabase]));
      expect(she.text).toContain(procedure.fee);
      expect(she.text).toMatch(/Thời gian: /);
      expect(she.text).toMatch(/Nơi nộp: /);
      expect(she.text).toMatch(/Nguồn: /);
      expect(she.text).toMatch(/10\/6\/2026/);
    });

    it(`3 walks through every step to the code: ${procedure.id}`, async () => {
      await she.says(procedure.openings[0]);
      await she.taps('offer:start');
      expect(she.text).toMatch(/Bước 1\/\d+/);
      expect(she.choiceIds.map((id) => id.split(':')[1])).toEqual([
        'done',
        'stuck',
        'back',
        'other',
        'staff',
        'later',
        // Is your screen the same?
        'same',
        'differs',
      ]);
      const shown = await she.walks(procedure.answers);
      const [last = ''] = shown.slice(-1);
      expect(last.split('/')[0]).toBe(last.split('/')[1]);
      expect(she.text).toMatch(/mã hồ sơ/);
    });

    it(`4 is helped when stuck, in her own words: ${procedure.id}`, async () => {
      await she.says(procedure.openings[0]);
      await she.taps('offer:start');
      for (const [words, about] of [
        ['otp không về', /OTP/],
        ['không thấy phường mình', /phường|xã/i],
        ['file nặng quá', /tệp|dung lượng/i],
      ] as const) {
        await she.says(words);
        expect(she.text).toMatch(about);
        expect(she.choiceIds.some((id) => id.startsWith('fix:yes'))).toBe(true);
        await she.taps('fix:yes');
        expect(she.step?.procedure).toBe(procedure.id);
      }
      await she.says('otp không về');
      await she.taps('fix:no');
      for (let more = 0; more < 6 && she.choiceIds.some((id) => id.startsWith('fix:no')); more += 1)
        await she.taps('fix:no');
      expect(she.text).toMatch(/1900\.0368|Công an/);
    });

    it(`5 asks in between and is shown her step again: ${procedure.id}`, async () => {
      await she.says(procedure.openings[0]);
      await she.taps('offer:start');
      const { step } = she;
      for (const question of ['lệ phí bao nhiêu vậy', 'mấy ngày có']) {
        await she.says(question);
        expect(she.text).toMatch(question.startsWith('lệ') ? /đồng|miễn phí/ : /ngày/);
        expect(she.step?.stepId).toBe(step?.stepId);
      }
    });
  }

  it('5 changes an answer, keeps the others, and hears what changed', async () => {
    const [birth] = procedures;
    await she.says('lam giay khai sinh');
    await she.taps('offer:papers');
    await she.answers({ ...birth.answers, 'giay-chung-sinh': 'khong-co', 'nguoi-lam-chung': 'co' });
    await she.taps('offer:start');
    await she.says('sửa lại, ba mẹ chưa đăng ký kết hôn');
    expect(she.text).toMatch(/Chưa đăng ký/);
    expect(she.text).toMatch(/Không cần nữa: Giấy chứng nhận kết hôn/);
    await she.says('cần giấy tờ gì');
    const papers = [...she.papers('needed'), ...she.papers('depends')];
    // Whether he is named as the father is open now: its papers stand there with their condition.
    expect(she.papers('depends')).toContain('to-khai-nhan-con');
    // The other answers survived.
    expect(papers).toContain('xac-nhan-nguoi-lam-chung');
    expect(papers).not.toContain('giay-chung-sinh');
  });

  it('answers a question by typing "2", "cái thứ hai" or its words', async () => {
    for (const words of ['2', 'cái thứ hai', 'chưa cưới']) {
      const other = new Resident(house.url);
      await other.arrives();
      await other.says('lam giay khai sinh');
      await other.taps('offer:papers');
      await other.answersUntil('cha-me-ket-hon');
      await other.says(words);
      // Not married opens a question that the married are not asked.
      expect(other.choiceIds[0]).toContain('q:nhan-con');
      other.leaves();
    }
  });

  it('6 changes to the other procedure and comes back', async () => {
    await she.says('lam giay khai sinh');
    await she.taps('offer:start');
    await she.taps('step:done');
    await she.answers(procedures[0].answers);
    const { step } = she;
    await she.says('à mà tôi muốn đăng ký tạm trú trước');
    await she.taps('offer:start:dang-ky-tam-tru');
    expect(she.step?.procedure).toBe('dang-ky-tam-tru');
    await she.says('quay lại làm giấy khai sinh');
    if (she.step === null) await she.taps('offer:start:dang-ky-khai-sinh');
    expect(she.step).toMatchObject({ procedure: 'dang-ky-khai-sinh', stepId: step?.stepId });
  });

  it('6 returns tomorrow, after a restart, and goes on where she was', async () => {
    await she.says('lam giay khai sinh');
    await she.taps('offer:start');
    await she.taps('step:done');
    await she.answers(procedures[0].answers);
    const { step } = she;
    she.leaves();
    house.now += 24 * HOUR;
    await house.restart();
    await she.returns(house.url);
    expect(she.text).toMatch(/Bước 2\//);
    await she.taps('resume');
    expect(she.step).toMatchObject({ stepId: step?.stepId, number: step?.number });
  });

  it('6 hears what a new release changed for her', async () => {
    await she.says('toi thue tro muon dang ky tam tru');
    await she.taps('offer:papers');
    await she.answers(procedures[1].answers);
    await she.taps('offer:start');
    she.leaves();
    await house.restart((release) => {
      const entry = release.procedures.find(({ id }) => id === 'dang-ky-tam-tru');
      for (const fee of entry?.fees ?? []) if (fee.amount === 7000) fee.amount = 9000;
    });
    await she.returns(house.url);
    await she.says('tiếp');
    expect(she.text).toMatch(/9\.000 đồng/);
  });

  it('7 hears that something is not known, with the nearest and a person', async () => {
    await she.says('xin giấy phép bay flycam ở bãi đất trống');
    expect(she.text).toMatch(/0251\.1022|cán bộ/);
  });

  it('7 gets a short fitting reply to small talk', async () => {
    const fitting: readonly (readonly [string, RegExp])[] = [
      ['chào em', /chào/i],
      ['cảm ơn nhé', /không có gì|vui|dạ/i],
      ['mày ngu quá', /./],
      ['bạn là ai', /tự động|trợ lý/i],
    ];
    for (const [words, reply] of fitting) {
      await she.says(words);
      expect(she.text).toMatch(reply);
      expect(she.text.length).toBeLessThan(600);
    }
  });

  it('asks which An Lộc is meant', async () => {
    const other = new Resident(house.url);
    await other.arrives();
    await other.says('tôi ở phường An Lộc làm khai sinh ở đâu');
    expect(other.text).toMatch(/hai phường An Lộc/);
    await other.taps('unit:25326');
    expect(other.text).toMatch(/Bình Long/);
    other.leaves();
  });

  it('is told kindly about what cannot be used, and nothing changes', async () => {
    await she.says('lam giay khai sinh');
    await she.taps('offer:start');
    const { step } = she;
    for (const bad of ['a'.repeat(10_000), '🙂🙂🙂', '<script>alert(1)</script>', '\u0000\u0007', '   ']) {
      await she.says(bad);
      expect(she.text.length).toBeGreaterThan(0);
      expect(she.text).not.toContain('<script>');
    }
    await she.says('nhắc lại');
    expect(she.step?.stepId).toBe(step?.stepId);
  });

  it('taps an old button and is not moved', async () => {
    await she.says('lam giay khai sinh');
    await she.taps('offer:start');
    const old = she.choiceIds.find((id) => id.startsWith('step:done')) ?? '';
    await she.taps('step:done');
    await she.answers(procedures[0].answers);
    const { step } = she;
    expect(step?.number).toBe(2);
    await she.tapsOld(old);
    await she.says('nhắc lại');
    expect(she.step?.stepId).toBe(step?.stepId);
  });
});
