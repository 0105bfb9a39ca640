import { describe, expect, it } from 'vitest';
import { about, Talk } from './talk.ts';
import { toyRelease } from './toy-release.ts';

const release = toyRelease();

function walking(): Talk {
  const t = new Talk(release);
  t.says('x', about('tam-tru'));
  t.tapShown('offer:start');
  t.tapShown('step:done');
  return t;
}

describe('a resident who wants what she said to be erased', () => {
  it.each([
    'xóa dữ liệu của tôi',
    'Xoá dữ liệu của tôi!',
    'xoa cuoc tro chuyen',
    'cho em xóa lịch sử trò chuyện với ạ',
    'xoá hết tin nhắn của em giúp với',
    'làm ơn xóa hết thông tin của tôi đi',
    'toi muon xoa het du lieu ca nhan cua toi',
    'delete my data',
    'please delete this conversation',
  ])('is asked once more: %s', (said) => {
    const t = walking();
    t.says(said);
    expect(t.said).toContain('Xóa rồi không lấy lại được');
    expect(t.choices.map(({ id }) => id)).toEqual(['forget:yes', 'forget:no']);
    expect(t.last?.effects).toEqual([]);
    expect(t.state.walkthroughs).toHaveLength(1);
  });

  it.each([
    'xóa đơn đăng ký tạm trú',
    'xóa thông tin trên VNeID',
    'xóa đăng ký thường trú cho con tôi',
    'tôi lỡ xóa tin nhắn của cổng',
  ])('is not taken for it: %s', (said) => {
    const t = walking();
    t.says(said);
    expect(t.choices.map(({ id }) => id)).not.toContain('forget:yes');
  });

  it('has it erased when she says so, and begins anew', () => {
    const t = walking();
    t.says('xóa dữ liệu của tôi');
    t.tapShown('forget:yes');
    expect(t.last?.effects).toContainEqual({ kind: 'forget' });
    expect(t.last?.replies[0]?.erased).toBe(true);
    expect(t.said).toContain('Tôi đã xóa hết');
    expect(t.state.walkthroughs).toEqual([]);
    expect(t.state.topic).toBeNull();
  });

  it('keeps everything when she changes her mind, and shows where she is', () => {
    const t = walking();
    t.says('xóa dữ liệu của tôi');
    t.tapShown('forget:no');
    expect(t.said).toContain('không xóa gì');
    expect(t.said).toContain('Bước 2/');
    expect(t.last?.effects.some(({ kind }) => kind === 'forget')).toBe(false);
  });
});
