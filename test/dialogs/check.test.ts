import { describe, expect, it } from 'vitest';
import { Typing } from './typing.ts';

describe('a look over the dossier before it is sent', () => {
  it('stands at the step that sends, and one before', () => {
    const she = new Typing();
    she.says('làm giấy khai sinh', 'bắt đầu');
    expect(she.choices).not.toContain('check:dang-ky-khai-sinh');
    she.walksTo(': Chọn cách nhận');
    expect(she.choices).toContain('check:dang-ky-khai-sinh');
    she.walksTo(': Gửi và giữ mã');
    expect(she.choices).toContain('check:dang-ky-khai-sinh');
  });

  it.each(['kiểm tra lại hồ sơ', 'đủ chưa', 'coi lại giúp', 'coi lai giup tui voi', 'con thieu gi khong'])(
    '"%s" names papers, fee, unit, what is unanswered and what hangs on it',
    (text) => {
      const she = new Typing();
      she.says('làm giấy khai sinh', 'bắt đầu', text);
      for (const part of ['Tờ khai đăng ký khai sinh', 'Lệ phí', 'Phường Bình Long', 'PDF'])
        expect(she.said).toContain(part);
      expect(she.said).toContain('Còn câu chưa trả lời');
      expect(she.said).toMatch(/Ai sẽ đứng ra làm giấy cho bé\? Giấy tờ tùy câu này: Giấy ủy quyền/u);
      expect(she.choices).toContain('change:dang-ky-khai-sinh:dung-han');
      she.says('làm tiếp');
      expect(she.said).toContain('Bước 1/');
    },
  );

  it('names answers that do not go together', () => {
    const she = new Typing();
    she.says('xin giấy xác nhận độc thân', 'giấy tờ của tôi');
    const picks: Record<string, string> = { 'tinh-trang': 'dang-co' };
    while (she.choices.some((id) => id.startsWith('q:'))) {
      const [, question = ''] = she.choices[0]?.split(':') ?? [];
      she.taps(`q:${question}:${picks[question] ?? ''}`);
    }
    she.says('kiểm tra lại');
    expect(she.said).toContain('Anh/chị xin giấy này để làm gì?');
    she.taps('change:', 'q:muc-dich:ket-hon');
    she.says('kiểm tra lại');
    expect(she.said).toContain('Chỗ này cần xem lại');
    expect(she.said).toContain('Hai câu này không đi cùng nhau');
    expect(she.said).not.toContain('Đủ cả');
  });

  it('says at the step that sends how much is to be looked at, and that all is there once it is', () => {
    const she = new Typing(null);
    she.says('làm giấy khai sinh', 'bắt đầu');
    for (let turn = 0; turn < 40 && !she.said.includes(': Gửi và giữ mã'); turn += 1) {
      const next = ['q:', 'unit:skip', 'step:done'].find((start) =>
        she.choices.some((id) => id.startsWith(start)),
      );
      she.taps(next ?? 'none');
    }
    expect(she.said).toContain('còn 1 chỗ nên xem lại');
    she.says('đủ chưa');
    expect(she.said).toContain('chưa chọn');
    she.says('phường Bình Long', 'đủ chưa');
    expect(she.said).toContain('Đủ cả');
  });

  it('where nothing is begun she is asked what she needs', () => {
    expect(new Typing().says('kiểm tra lại hồ sơ')).toContain('cần làm việc gì');
  });
});

describe('an answer told at a step', () => {
  it('is taken, said back, and what it changes with it', () => {
    const she = new Typing();
    she.says('làm giấy khai sinh', 'bắt đầu', 'xong');
    while (she.choices.some((id) => id.startsWith('q:'))) she.taps('q:');
    expect(she.said).toContain('Bước 2/');
    she.says('chưa có giấy kết hôn');
    expect(she.state.walkthroughs[0]?.answers).toMatchObject({ 'cha-me-ket-hon': 'chua' });
    expect(she.said).toContain('Bước');
  });

  it.each(['tôi không thấy nút đăng nhập', 'không có mạng', 'chờ tôi chút', 'máy tôi cũ'])(
    '"%s" is none',
    (text) => {
      const she = new Typing();
      she.says('làm giấy khai sinh', 'bắt đầu', text);
      expect(
        she.state.walkthroughs.find(({ procedure }) => procedure === 'dang-ky-khai-sinh')?.answers,
      ).toEqual({});
    },
  );
});

describe('how long it serves, what follows who is late', () => {
  it('is told where the entry has it', () => {
    expect(new Typing().says('giấy xác nhận độc thân dùng được mấy tháng')).toContain('6 tháng');
    expect(new Typing().says('không đăng ký tạm trú có bị phạt không')).toContain('Chủ trọ');
  });

  it('is told as unknown where it has not, with who can tell', () => {
    const she = new Typing();
    she.says('khai sinh trễ có bị phạt không');
    expect(she.said).toContain('chưa có quy định chắc chắn');
    expect(she.said).toContain('0251.1022');
    expect(she.said).not.toMatch(/\d+\.000 đồng/u);
  });

  it('about the procedure in hand, and she keeps her place', () => {
    const she = new Typing();
    she.says('xin giấy xác nhận độc thân', 'bắt đầu', 'giấy này có thời hạn bao lâu');
    expect(she.said).toContain('6 tháng');
    expect(she.said).toContain('Bước 1/');
  });
});

describe('a long answer', () => {
  it('about fees is what is usual, and a question that decides; answered, the fee of her case', () => {
    const she = new Typing();
    she.says('lệ phí làm giấy khai sinh bao nhiêu');
    expect(she.said).toContain('miễn phí');
    expect(she.said.match(/Lệ phí – /gu)?.length).toBe(1);
    expect(she.choices[0]).toBe('q:dung-han:trong-60-ngay:dang-ky-khai-sinh:le-phi');
    she.taps('q:dung-han:qua-60-ngay');
    expect(she.said).toContain('chưa có mức chính thức');
  });

  it('about conditions is what holds for all, and a question', () => {
    const she = new Typing();
    she.says('điều kiện làm giấy khai tử');
    expect(she.said).toContain('15 ngày');
    expect(she.said).not.toContain('tùy trường hợp).');
    expect(she.choices.some((id) => id.startsWith('q:'))).toBe(true);
  });
});

describe('the end at the counter', () => {
  it('speaks of the slip, not of the portal', () => {
    const she = new Typing();
    she.says('chứng thực bản sao', 'bắt đầu');
    she.walksTo('Chúc mừng');
    expect(she.said).toContain('giấy hẹn');
    expect(she.said).not.toContain('trên Cổng');
  });
});
