import { describe, expect, it } from 'vitest';
import { Typing } from './typing.ts';

function walking(): Typing {
  const she = new Typing();
  she.says('làm giấy khai sinh', 'bắt đầu');
  return she;
}

const counted = (she: Typing): unknown[] => she.effects.filter(({ kind }) => kind === 'screen');

describe('"is your screen the same?"', () => {
  it('a no helps to find the thing all the same, and is counted', () => {
    const she = walking();
    she.taps('screen:differs');
    for (const part of ['1/10/2026', 'hình người', 'đăng ký khai sinh', 'VNeID', '0251.1022'])
      expect(she.said).toContain(part);
    expect(she.choices.filter((id) => id.startsWith('trouble:')).length).toBeGreaterThanOrEqual(3);
    expect(she.choices).toContain('staff');
    expect(counted(she)).toEqual([
      { kind: 'screen', procedure: 'dang-ky-khai-sinh', step: 'mo-cong-dang-nhap', same: false },
    ]);
  });

  it.each(['tôi không thấy nó giống', 'man hinh tui khac roi'])('"%s" is a no', (text) => {
    const she = walking();
    she.says(text);
    expect(counted(she)).toMatchObject([{ same: false }]);
  });

  it('is counted once a step, whatever she says after', () => {
    const she = walking();
    she.taps('screen:differs', 'resume');
    expect(she.choices.some((id) => id.startsWith('screen:'))).toBe(false);
    she.says('màn hình của tui khác');
    expect(she.said).toContain('hình người');
    expect(counted(she)).toEqual([]);
    she.taps('screen:same');
    expect(counted(she)).toEqual([]);
    expect(she.said).toContain('Bước 1/');
    expect(she.state.walkthroughs[0]?.screens).toEqual({ 'mo-cong-dang-nhap': 'differs' });
  });

  it.each(['giống', 'man hinh giong', 'y chang'])('"%s" is a yes, and she goes on at the step', (text) => {
    const she = walking();
    she.says(text);
    expect(counted(she)).toMatchObject([{ same: true }]);
    expect(she.said).toContain('Bước 1/');
    expect(she.choices.some((id) => id.startsWith('screen:'))).toBe(false);
  });

  it('what she types after a no is looked up among the troubles', () => {
    const she = walking();
    she.says('không giống', 'nó báo tài khoản của bạn không có quyền');
    expect(she.state.pending).toMatchObject({ kind: 'trouble', trouble: 'web-chua-cap-quyen' });
  });

  it('a button of an earlier step does not move her', () => {
    const she = walking();
    const old = she.choices.find((id) => id.startsWith('screen:differs')) ?? '';
    she.taps('step:done');
    expect(she.choices).not.toContain(old);
  });

  it('is not asked at the counter', () => {
    const she = new Typing();
    she.says('chứng thực bản sao', 'bắt đầu');
    expect(she.said).toContain('Bước 1/');
    expect(she.choices.some((id) => id.startsWith('screen:'))).toBe(false);
  });
});
