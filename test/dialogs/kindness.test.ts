import { describe, expect, it } from 'vitest';
import { about, Talk, understood } from './talk.ts';
import { toyRelease } from './toy-release.ts';

const release = toyRelease();

function walking(procedure = 'tam-tru'): Talk {
  const t = new Talk(release);
  t.says('x', about(procedure));
  t.tapShown('offer:start');
  return t;
}

const place = (t: Talk): unknown =>
  t.state.walkthroughs.map(({ done, answers, mode }) => ({ done, answers, mode }));

describe('bad input is answered kindly and changes nothing', () => {
  it.each(['', '   ', '🙂🙂', '\u0000\u0007', '---'])('%j', (text) => {
    const t = walking();
    const before = t.state;
    expect(t.says(text)).toContain('chưa đọc được');
    expect(t.said).toContain('Bước 1/8');
    expect(t.state).toEqual(before);
  });

  it.each(['a'.repeat(10_000), '<script>alert(1)</script>', 'x\u0000y', 'asdf qwer'])('%.20j…', (text) => {
    const t = walking();
    const before = place(t);
    t.says(text);
    expect(t.said.length).toBeGreaterThan(10);
    expect(t.said).not.toContain('<script>');
    expect(place(t)).toEqual(before);
  });

  it('refuses a photo and says where it belongs', () => {
    const t = walking();
    const before = t.state;
    expect(t.event({ kind: 'attachment', kinds: ['image'], text: '', masked: [] })).toContain(
      'Cổng Dịch vụ công',
    );
    expect(t.said).toContain('Bước 1/8');
    expect(t.state).toEqual(before);
  });

  it('answers the words beside a photo', () => {
    const t = walking();
    t.event(
      { kind: 'attachment', kinds: ['image'], text: 'mấy ngày có', masked: [] },
      about('tam-tru', { aspect: 'thoi-han', fromContext: true }),
    );
    expect(t.said).toContain('3 ngày làm việc');
  });

  it('says once that something was masked', () => {
    const t = walking();
    const masked = (): string =>
      t.event({ kind: 'text', text: 'số là ***', masked: ['identity-number'] }, understood());
    expect(masked()).toContain('đã che');
    expect(masked()).not.toContain('đã che');
  });
});

describe('buttons', () => {
  it('recognises one of an earlier step without moving her', () => {
    const t = walking();
    const old = t.choices[0]?.id ?? '';
    t.tap(old);
    const before = t.state;
    expect(t.tap(old)).toContain('chỗ trước');
    expect(t.said).toContain('Bước 2/8');
    expect(t.state).toEqual(before);
  });

  it('recognises one of another procedure', () => {
    const t = walking();
    const old = t.choices[0]?.id ?? '';
    t.says('khai sinh', about('khai-sinh'));
    t.tapShown('offer:start');
    expect(t.tap(old)).toContain('chỗ trước');
    expect(t.said).toContain('Bước 1/9');
  });

  it('takes an older question as a changed answer', () => {
    const t = new Talk(release);
    t.says('x', about('khai-sinh'));
    t.tapShown('offer:papers');
    t.tapShown('q:ket-hon:roi');
    expect(t.tap('q:ket-hon:chua:khai-sinh')).toContain('Không cần nữa: Giấy chứng nhận kết hôn');
  });
});

describe('confusion', () => {
  it('shortens the sentences and offers a person when the same step comes a third time', () => {
    const t = walking();
    t.tap('step:show:login:tam-tru');
    expect(t.said).not.toContain('đi chậm');
    expect(t.tap('step:show:login:tam-tru')).toContain('đi chậm');
    expect(t.said).toContain('0251.1022');
  });

  it('does so at once when she does not understand', () => {
    const t = walking();
    const said = t.says('không hiểu', understood({ command: 'repeat' }));
    expect(said).toContain('Bước 1/8');
    expect(said).toContain('đi chậm');
    expect(said).toContain('0251.1022');
    expect(said).not.toContain('Trên màn hình');
  });

  it('offers a person when it did not understand twice', () => {
    const t = new Talk(release);
    expect(t.says('qwe')).not.toContain('vẫn chưa hiểu');
    expect(t.says('rty')).toContain('vẫn chưa hiểu');
    expect(t.said).toContain('0251.1022');
  });

  it('asks a question once more when the words fit no option, and keeps her place', () => {
    const t = new Talk(release);
    t.says('x', about('khai-sinh'));
    t.tapShown('offer:papers');
    const before = place(t);
    expect(
      t.says('tùm lum', understood({ candidates: [{ topic: 'tam-tru', p: 0.1 }], confidence: 'unsure' })),
    ).toContain('đăng ký kết hôn chưa?');
    expect(place(t)).toEqual(before);
  });
});

describe('a question before a step', () => {
  it('is not passed by saying that the step is done', () => {
    const t = walking('khai-sinh');
    for (let step = 1; step < 5; step += 1) t.tapShown('step:done');
    expect(t.said).toContain('đăng ký kết hôn chưa?');
    const before = place(t);
    expect(t.says('xong', understood({ command: 'done' }))).toContain('đăng ký kết hôn chưa?');
    expect(t.tap('step:done:attach:khai-sinh')).toContain('đăng ký kết hôn chưa?');
    expect(place(t)).toEqual(before);
  });
});

describe('a trouble that stays', () => {
  it('brings the next things to try when she says that it does not work', () => {
    const t = walking();
    t.says('otp', about('trouble:otp'));
    expect(t.says('không được', about('tam-tru', { command: 'stuck', fromContext: true }))).toContain(
      'Đổi chỗ có sóng',
    );
  });
});

describe('where she files', () => {
  it('asks which An Lộc, then answers what was asked', () => {
    const t = new Talk(release);
    const an = { unit: '25333', said: 'an lộc', former: false, trap: 'an-loc' };
    t.says('khai sinh ở an lộc bao nhiêu tiền', about('khai-sinh', { aspect: 'le-phi', units: [an] }));
    expect(t.said).toContain('An Lộc cũ hay An Lộc mới');
    expect(t.tapShown('unit:25326')).toContain('Phường Bình Long, Thành phố Đồng Nai');
    expect(t.said).toContain('miễn phí');
    expect(t.state.unit).toBe('25326');
  });

  it('is asked at the step that names it, when nobody knows it, and can be put off', () => {
    const t = new Talk(release);
    t.homeUnit = null;
    t.says('x', about('tam-tru'));
    t.tapShown('offer:start');
    t.tapShown('step:done');
    expect(t.tapShown('step:done')).toContain('phường, xã nào');
    expect(t.last?.expects).toEqual({ kind: 'unit' });
    expect(t.tapShown('unit:skip')).toContain('Bước 3/8');
    expect(t.said).toContain('phường/xã nơi anh/chị nộp');
  });

  it('asks about a ward button whose name means two places', () => {
    const t = new Talk(release);
    expect(t.tap('unit:25333')).toContain('An Lộc cũ hay An Lộc mới');
    t.tapShown('unit:25333:sure');
    expect(t.state.unit).toBe('25333');
  });

  it('follows her to another ward than that of the account', () => {
    const t = walking();
    t.says(
      'tôi ở trấn biên',
      understood({ units: [{ unit: '26041', said: 'trấn biên', former: false, trap: null }] }),
    );
    expect(t.said).toContain('Phường Trấn Biên, Thành phố Đồng Nai');
    expect(t.state.walkthroughs[0]?.unit).toBe('26041');
  });
});

describe('what it tells', () => {
  it('is weaker past the review date', () => {
    const t = new Talk(release);
    t.now = Date.parse('2028-01-01T03:00:00Z');
    t.says('x', about('tam-tru', { aspect: 'thoi-han' }));
    expect(t.said).toContain('quá hạn xem lại');
    const facts = t.last?.replies[0]?.blocks.find(({ kind }) => kind === 'facts');
    expect(facts).toMatchObject({ items: [{ weak: true }] });
  });

  it('gives both fees while the way of filing is open, and one after she begins online', () => {
    const t = new Talk(release);
    expect(t.says('x', about('tam-tru', { aspect: 'le-phi' }))).toMatch(/7\.000 đồng[\s\S]*15\.000 đồng/);
    t.tapShown('offer:papers');
    expect(t.said).toContain('Lệ phí: 7.000 đồng/lần');
    expect(t.said).not.toContain('15.000');
    expect(t.tapShown('channel:counter')).toContain('Lệ phí bây giờ: 15.000 đồng/lần');
  });

  it('names the facts that a reply rests on', () => {
    const t = new Talk(release);
    t.says('x', about('tam-tru', { aspect: 'thoi-han' }));
    expect(t.last?.replies[0]?.facts).toEqual(['tam-tru/time/t']);
  });

  it('asks quietly whether it helped, and not at every turn', () => {
    const t = new Talk(release);
    const asks: boolean[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      t.says('x', about('tam-tru', { aspect: 'thoi-han' }));
      asks.push(t.choices.some(({ id }) => id.startsWith('feedback')));
    }
    expect(asks).toEqual([true, false, false, false, true, false]);
  });

  it('tells the others that a walk-through was begun, and understanding what it waits for', () => {
    const t = walking();
    expect(t.last?.effects).toContainEqual(
      expect.objectContaining({ kind: 'walkthrough', procedure: 'tam-tru', state: 'active' }),
    );
    expect(t.last?.expects).toMatchObject({ kind: 'option' });
  });
});
