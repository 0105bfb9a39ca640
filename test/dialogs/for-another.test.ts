import { describe, expect, it } from 'vitest';
import { Typing } from './typing.ts';

describe('done for somebody else', () => {
  it.each([
    ['tôi làm giúp mẹ tôi', 'mẹ'],
    ['toi lam giup me toi dang ky tam tru', 'mẹ'],
    ['làm hộ ông hàng xóm giấy khai sinh', 'ông hàng xóm'],
    ['em làm giùm ba', 'ba'],
    ['con làm giùm bà nội giấy xác nhận độc thân', 'bà nội'],
    ['tôi đang nộp giúp cho bác', 'bác'],
    ['tôi là tổ trưởng khu phố đang hướng dẫn bà con', 'bà con'],
  ])('"%s" is remembered as %s', (text, person) => {
    const he = new Typing();
    he.says(text);
    expect(he.state.helping?.person).toBe(person);
    expect(he.said).toContain(`làm giúp ${person}`);
    expect(he.said).toContain('OTP');
    expect(he.said).toContain('VNeID');
  });

  it.each([
    'chỉ giúp tôi làm khai sinh',
    'làm giúp tôi cái giấy khai sinh',
    'làm giúp bác cái tạm trú',
    'đăng ký hộ kinh doanh',
    'nhờ con làm giúp mẹ được không',
    'bé theo họ mẹ được không',
    'không thấy mẹ tôi trong danh sách',
    'giúp em với',
  ])('"%s" is for nobody else', (text) => {
    const she = new Typing();
    she.says(text);
    expect(she.state.helping).toBeNull();
  });

  it('tells who may do it from the entry, and what is not known as unknown', () => {
    const he = new Typing();
    he.says('tôi làm giúp mẹ tôi xin giấy xác nhận độc thân');
    expect(he.said).toContain('Cần giấy ủy quyền, không cần chứng thực');
    he.says('đăng ký tạm trú');
    expect(he.said).toContain('trang của Cổng không ghi');
  });

  it('answers only what the entry says it answers, by whose account files, and takes it back', () => {
    const he = new Typing();
    he.says('tôi làm giúp mẹ tôi xin giấy xác nhận độc thân');
    const answers = (): unknown => he.state.walkthroughs.at(-1)?.answers;
    expect(answers()).toEqual({ 'nguoi-nop': 'chinh-minh' });
    he.taps('helper:mine');
    expect(he.said).toContain('Ruột thịt');
    expect(answers()).toEqual({ 'nguoi-nop': 'ruot-thit' });
    he.taps('helper:off');
    expect(answers()).toEqual({});
    expect(he.state.helping).toBeNull();
  });

  it('what she answered herself is not overwritten', () => {
    const he = new Typing();
    he.says('xin giấy xác nhận độc thân', 'giấy tờ của tôi');
    while (!he.choices.some((id) => id.startsWith('q:nguoi-nop'))) he.taps('q:');
    he.taps('q:nguoi-nop:nguoi-ngoai');
    he.says('tôi làm giúp mẹ tôi');
    expect(he.state.walkthroughs.at(-1)?.answers['nguoi-nop']).toBe('nguoi-ngoai');
  });

  it('the steps speak of the account of the right person, and she keeps her place', () => {
    const he = new Typing();
    he.says('làm giấy khai sinh', 'bắt đầu', 'em làm giùm bác hàng xóm');
    expect(he.said).toContain('Bước 1/');
    expect(he.said).toContain('đăng nhập bằng VNeID của bác hàng xóm');
    he.says('dùng vneid của tôi');
    expect(he.state.helping?.account).toBe('mine');
    expect(he.said).toContain('nộp thay bác hàng xóm');
    expect(he.said).toContain('Bước 1/');
    he.says('đang làm giúp ai');
    expect(he.said).toContain('Anh/chị đang làm giúp bác hàng xóm');
    he.says('tôi làm cho tôi');
    expect(he.state.helping).toBeNull();
    expect(he.said).not.toContain('bác hàng xóm');
  });

  it('of what is taken at the counter only nothing is said of accounts', () => {
    const he = new Typing();
    he.says('tôi làm giúp mẹ tôi chứng thực bản sao');
    expect(he.said).toContain('làm giúp mẹ');
    expect(he.said).not.toContain('OTP');
    he.says('bắt đầu');
    expect(he.said).toContain('Bước 1/');
    expect(he.said).not.toContain('VNeID của mẹ');
  });
});
