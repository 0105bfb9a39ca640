import { describe, expect, it } from 'vitest';
import { about, Talk, understood } from './talk.ts';
import { toyRelease } from './toy-release.ts';

const release = toyRelease();
const talk = (): Talk => new Talk(release);

/** A resident who walks the birth registration at its first step. */
function walking(): Talk {
  const t = talk();
  t.says('làm giấy khai sinh', about('khai-sinh'));
  t.tapShown('offer:start');
  return t;
}

describe('1 she is understood', () => {
  it('names the procedure and what it leads to, and offers two ways', () => {
    const t = talk();
    const said = t.says('vo minh moi sinh', about('khai-sinh'));
    expect(said).toContain('Đăng ký khai sinh');
    expect(said).toContain('bé có giấy khai sinh');
    expect(t.choices.map(({ id }) => id)).toEqual(['offer:papers:khai-sinh', 'offer:start:khai-sinh']);
    expect(t.last?.record).toMatchObject({ outcome: 'offer', topic: 'khai-sinh', p: 0.9 });
  });

  it('answers a procedure and an aspect named together directly, in all open cases', () => {
    const t = talk();
    const said = t.says('làm khai sinh tốn bao nhiêu', about('khai-sinh', { aspect: 'le-phi' }));
    expect(said).toContain('đúng hạn: miễn phí');
    expect(said).toContain('quá hạn: chưa có mức chính thức');
    expect(said).toContain('0251.1022');
    expect(said).toContain('8.000 đồng/bản');
    expect(t.last?.record).toMatchObject({ outcome: 'answer', topic: 'khai-sinh', aspect: 'le-phi' });
    expect(t.choices.map(({ id }) => id)).toContain('offer:start:khai-sinh');
  });
});

describe('2 her papers', () => {
  it('asks only the questions of her case, then gives the checklist with fee, time, place, result and source', () => {
    const t = talk();
    t.says('khai sinh', about('khai-sinh'));
    expect(t.tapShown('offer:papers')).toContain('đăng ký kết hôn chưa?');
    expect(t.tapShown('q:ket-hon:roi')).toContain('60 ngày');
    const said = t.tapShown('q:dung-han:dung');
    expect(said).toContain('• Giấy chứng nhận kết hôn');
    expect(said).not.toContain('Tờ khai nhận con');
    expect(said).toContain('✓ Giấy chứng sinh');
    expect(said).toContain('dữ liệu chứng sinh điện tử');
    expect(said).toContain('Lệ phí: miễn phí');
    expect(said).toContain('15:00');
    expect(said).toContain('Phường Bình Long, Thành phố Đồng Nai');
    expect(said).toContain('Giấy khai sinh bản chính');
    expect(said).toContain('Nghị định thử');
    expect(said).toContain('10/6/2026');
  });

  it('says that a fee is not known, and whom to ask', () => {
    const t = talk();
    t.says('khai sinh', about('khai-sinh'));
    t.tapShown('offer:papers');
    t.tapShown('q:ket-hon:roi');
    const said = t.tapShown('q:dung-han:qua');
    expect(said).toContain('Lệ phí: chưa có mức chính thức');
    expect(said).toContain('phường Bình Long');
  });

  it.each(['2', 'số 2', 'chưa cưới', 'chưa đăng ký kết hôn'])('takes "%s" as the second option', (words) => {
    const t = talk();
    t.says('khai sinh', about('khai-sinh'));
    t.tapShown('offer:papers');
    t.says(words);
    expect(t.state.walkthroughs[0]?.answers).toEqual({ 'ket-hon': 'chua' });
  });
});

describe('3 the steps', () => {
  it('gives the first step at once, with what to do, what the screen shows, six ways on, and whether her screen is the same', () => {
    const t = walking();
    expect(t.said).toContain('Bước 1/9');
    expect(t.said).toContain('Cổng Dịch vụ công quốc gia');
    expect(t.said).toContain('Ô đăng nhập VNeID');
    expect(t.choices.map(({ id }) => id.split(':')[1])).toEqual([
      'done',
      'stuck',
      'back',
      'other',
      'staff',
      'later',
      'same',
      'differs',
    ]);
  });

  it('reaches every step by tapping, asking what a step needs before it, and ends with the code', () => {
    const t = walking();
    const seen: string[] = [];
    for (let turn = 0; turn < 30 && t.state.walkthroughs[0]?.mode !== 'finished'; turn += 1) {
      const step = /Bước \d+\/\d+/.exec(t.said)?.[0];
      if (step !== undefined) seen.push(step);
      t.tap(t.choices[0]?.id ?? '');
    }
    expect(seen).toEqual(
      ['1/9', '2/9', '3/9', '4/9', '5/9', '5/8', '6/8', '7/8', '8/8'].map((n) => `Bước ${n}`),
    );
    expect(t.said).toContain('mã hồ sơ');
    expect(t.last?.effects).toContainEqual(
      expect.objectContaining({ kind: 'walkthrough', state: 'finished' }),
    );
  });
});

describe('4 stuck', () => {
  it('gives the fix for her trouble, asks whether it helped, and says who can help', () => {
    const t = walking();
    expect(t.tapShown('step:stuck')).toContain('vướng chỗ nào');
    expect(t.says('otp ko ve', about('trouble:otp'))).toContain('Chờ 5 phút');
    expect(t.said).toContain('Có đỡ không');
    expect(t.tapShown('fix:no')).toContain('Đổi chỗ có sóng');
    expect(t.tapShown('fix:no')).toContain('1900.0368');
    expect(t.tapShown('resume:go')).toContain('Bước 1/9');
  });

  it('goes back to the step when it helped', () => {
    const t = walking();
    t.says('otp ko ve', about('trouble:otp'));
    expect(t.tapShown('fix:yes')).toContain('Bước 1/9');
  });
});

describe('5 anything in between', () => {
  it('answers a side question for her case, then shows the step again', () => {
    const t = walking();
    t.tapShown('step:done');
    const said = t.says('lệ phí bao nhiêu vậy', about('khai-sinh', { aspect: 'le-phi', fromContext: true }));
    expect(said).toContain('miễn phí');
    expect(said).toContain('Bước 2/9');
    expect(t.last?.record).toMatchObject({ outcome: 'answer', aspect: 'le-phi' });
  });

  it('changes an answer, keeps the others, and says what changed', () => {
    const t = talk();
    t.says('khai sinh', about('khai-sinh'));
    t.tapShown('offer:papers');
    t.tapShown('q:ket-hon:roi');
    t.tapShown('q:dung-han:dung');
    t.tapShown('offer:start');
    const said = t.says('sửa lại, ba mẹ chưa đăng ký kết hôn');
    expect(t.state.walkthroughs[0]?.answers).toEqual({ 'ket-hon': 'chua', 'dung-han': 'dung' });
    expect(said).toContain('Không cần nữa: Giấy chứng nhận kết hôn');
    expect(said).toContain('Bước 1/');
  });

  it('says how many steps there are when an answer changes that', () => {
    const t = walking();
    for (let step = 1; step < 5; step += 1) t.tapShown('step:done');
    expect(t.tapShown('q:ket-hon:chua')).toContain('nhận con luôn không?');
    expect(t.tapShown('q:nhan-con:khong')).toContain('8 bước');
    expect(t.said).toContain('Bước 5/8');
    expect(t.says('sửa lại có nhận con luôn')).toContain('9 bước');
    expect(t.said).toContain('Bước 5/9: Nhận con');
  });

  it('asks which answer to change when the words do not say', () => {
    const t = talk();
    t.says('khai sinh', about('khai-sinh'));
    t.tapShown('offer:papers');
    t.tapShown('q:ket-hon:roi');
    expect(t.says('sửa lại')).toContain('sửa câu trả lời nào');
    expect(t.tapShown('change:khai-sinh:ket-hon')).toContain('đăng ký kết hôn chưa?');
  });
});

describe('6 another procedure, leaving and coming back', () => {
  it('sets the first aside, and offers it again when the other is finished', () => {
    const t = walking();
    t.tapShown('step:done');
    expect(t.says('đăng ký tạm trú', about('tam-tru'))).toContain('Bước 2/9');
    t.tapShown('offer:start');
    for (let turn = 0; turn < 8; turn += 1) t.tapShown('step:done');
    expect(t.said).toContain('Chúc mừng');
    expect(t.tapShown('resume:go:khai-sinh')).toContain('Bước 2/9');
  });

  it('offers to go on when she comes back', () => {
    const t = walking();
    t.tapShown('step:done');
    expect(t.after(86_400_000).start()).toContain('Bước 2/9');
    expect(t.tapShown('resume:go')).toContain('Tìm thủ tục');
  });

  it('offers to go on after a long pause and a greeting', () => {
    const t = walking();
    expect(t.after(3_600_000).says('chào em', about('chao-hoi', { outcome: 'smalltalk' }))).toContain(
      'làm tiếp',
    );
  });

  it('says what a release changed for her, once', () => {
    const t = talk();
    t.says('khai sinh', about('khai-sinh'));
    t.tapShown('offer:papers');
    t.tapShown('q:ket-hon:roi');
    t.tapShown('q:dung-han:dung');
    t.tapShown('offer:start');
    t.tapShown('step:done');
    t.release = toyRelease((compiled) => ({
      ...compiled,
      hash: 'b'.repeat(64),
      procedures: compiled.procedures.map((procedure) =>
        procedure.id !== 'khai-sinh'
          ? procedure
          : {
              ...procedure,
              documents: procedure.documents.filter(({ id }) => id !== 'ket-hon'),
              steps: { login: { skip: true, notes: [], asks: [], troubles: [] } },
            },
      ),
    }));
    const said = t.start();
    expect(said).toContain('Không cần nữa: Giấy chứng nhận kết hôn');
    expect(said).toContain('7 bước');
    expect(said).toContain('Bước 1/7');
    expect(t.start()).not.toContain('Không cần nữa');
  });

  it('does not fall over a procedure that is gone', () => {
    const t = walking();
    t.release = toyRelease((compiled) => ({
      ...compiled,
      hash: 'c'.repeat(64),
      procedures: compiled.procedures.slice(1),
    }));
    expect(t.tap('step:done:login:khai-sinh')).toContain('đã cũ');
    expect(t.state.walkthroughs).toEqual([]);
  });
});

describe('7 what it does not know, and small talk', () => {
  it('says at the start that it is automatic and needs no numbers', () => {
    const said = talk().start();
    expect(said).toContain('trợ lý tự động');
    expect(said).toContain('OTP');
  });

  it('says so when it does not know, and offers the nearest and a person', () => {
    const t = talk();
    const said = t.says(
      'cấp phép phóng vệ tinh',
      understood({ candidates: [{ topic: 'tam-tru', p: 0.2 }], confidence: 'unknown' }),
    );
    expect(said).toContain('0251.1022');
    expect(t.choices.map(({ id }) => id)).toContain('topic:tam-tru');
    expect(t.last?.record.outcome).toBe('unclear');
  });

  it('asks between at most four choices, and keeps what was asked about them', () => {
    const t = talk();
    t.says(
      'phí đăng ký',
      understood({
        candidates: [
          { topic: 'tam-tru', p: 0.5 },
          { topic: 'khai-sinh', p: 0.4 },
        ],
        confidence: 'unsure',
        aspect: 'le-phi',
      }),
    );
    expect(t.choices.length).toBeLessThanOrEqual(4);
    expect(t.last?.record).toMatchObject({
      outcome: 'clarify',
      topic: 'tam-tru',
      alternatives: ['khai-sinh'],
    });
    expect(t.says('2')).toContain('đúng hạn: miễn phí');
  });

  it.each([
    ['chao-hoi', 'smalltalk'],
    ['xuc-pham', 'refuse'],
    ['ho-chieu', 'redirect'],
    ['lua-dao-otp', 'safety'],
    ['gap-can-bo', 'handover'],
  ] as const)('answers %s as %s', (topic, outcome) => {
    const t = talk();
    t.says('…x', about(topic, { outcome }));
    expect(t.last?.record).toMatchObject({ outcome, topic });
  });

  it('never shows a phone that is not verified', () => {
    const t = talk();
    t.tap('staff');
    expect(t.said).toContain('0251.1022');
    expect(t.said).not.toContain('0000');
    expect(t.last?.effects).toContainEqual({ kind: 'handover', reason: 'asked' });
  });
});
