import { describe, expect, it } from 'vitest';
import { Typing } from './typing.ts';

describe('an answer of her case in her own words', () => {
  it('"ok" is no foreign parent, though that button begins with "Có"', () => {
    const she = new Typing();
    she.says('làm giấy khai sinh', 'bắt đầu', 'xong', 'ok');
    expect(she.said).toContain('Bé có thuộc trường hợp nào');
    expect(she.choices).toContain('q:truong-hop:khong-co:dang-ky-khai-sinh');
  });

  it.each([
    ['chua cuoi', 'Chưa đăng ký'],
    ['co giay chung sinh r', 'Có bản giấy'],
  ])('"%s" at another question is kept, said back, and the question stays', (text, answer) => {
    const she = new Typing();
    she.says('làm giấy khai sinh', 'bắt đầu', 'xong', text);
    expect(she.said).toContain('tôi ghi nhận');
    expect(she.said).toContain(answer);
    expect(she.said).toContain('Bé có thuộc trường hợp nào');
  });

  it('"thuê" tells of her room, not of taxes, and said twice it changes nothing', () => {
    const she = new Typing();
    she.says('đăng ký tạm trú', 'bắt đầu', 'xong', 'thuê');
    expect(she.said).toContain('Nhà thuê, nhà trọ');
    she.says('thuê');
    expect(she.said).not.toMatch(/cơ quan thuế|Theo danh sách\./u);
    expect(she.said).toContain('đăng ký mới hay gia hạn');
  });

  it('a wedding told of is no wish to register a marriage', () => {
    const she = new Typing();
    she.says('làm giấy khai sinh', 'bắt đầu', 'xong', '2 vc e cuoi r');
    expect(she.said).not.toContain('chưa có hướng dẫn');
    expect(she.said).toContain('Bé có thuộc trường hợp nào');
  });

  it('"không nhận con" answers whether the father is registered too', () => {
    const she = new Typing();
    she.says('làm giấy khai sinh', '1', 'trong 60 ngay', 'ko co', 'chua dk ket hon', 'khong nhan con');
    expect(she.said).not.toContain('vướng chỗ nào');
    expect(she.said).toContain('giấy chứng sinh');
  });

  it.each(['xong', 'tiếp', 'ok'])(
    '"%s" at a question is met with the question, never with a topic',
    (text) => {
      const she = new Typing();
      she.says('làm giấy khai sinh', 'bắt đầu', 'xong', text);
      expect(she.said).toContain('Trước khi đi tiếp');
      expect(she.said).not.toContain('Tiếp công dân');
    },
  );

  it('words of a question that is not hers to answer tell nothing', () => {
    const she = new Typing();
    she.says('làm khai sinh', '1', 'vợ tôi người Hàn');
    expect(she.said).not.toContain('Ruột thịt');
  });

  it('"muốn" in a sentence about something else is no yes', () => {
    const she = new Typing();
    she.says('làm khai sinh', '1', 'đúng hạn', 'không có', 'chưa', 'tôi muốn khiếu nại');
    expect(she.choices).not.toContain('q:giay-chung-sinh:ban-giay:dang-ky-khai-sinh');
  });

  it('"hổng biết" is helped with the question, not taken for an answer elsewhere', () => {
    const she = new Typing();
    she.says('tạm trú', 'bắt đầu', 'xong', 'hong biet');
    expect(she.said).toContain('chọn ý gần nhất');
    expect(she.said).not.toContain('ghi nhận');
  });

  it('the way of filing is changed in her own words', () => {
    const she = new Typing();
    she.says('tạm trú', '1', 'mới', 'cho mình', 'ở trọ', 'đủ 18', 'đổi sang ra quầy nộp');
    expect(she.said).toContain('15.000 đồng');
  });

  it('"không ai dưới 18" is never taken for a child, nor an answer to a question of another case', () => {
    const she = new Typing();
    she.says('tạm trú', '1', 'mới', 'theo danh sách', 'đều lớn');
    expect(she.said).toContain('Không, đều đủ 18');
    she.says('không ai dưới 18');
    expect(she.said).not.toContain('Có người dưới 18');
    she.says('nhà mình');
    expect(she.said).not.toContain('ghi nhận');
  });

  it('"không phải, cho mình thôi" corrects the answer before instead of answering the next', () => {
    const she = new Typing();
    she.says('tạm trú', '1', 'mới', 'cho công ty', 'không phải, cho mình thôi');
    expect(she.said).toContain('Tôi đã sửa lại');
    expect(she.said).toContain('Cho mình, gia đình');
    expect(she.said).toContain('đang ở chỗ nào');
  });

  it('"biết rồi" tells nothing of a marriage', () => {
    const she = new Typing();
    she.says('làm giấy khai sinh', 'bắt đầu', 'xong', 'biết rồi');
    expect(she.said).not.toContain('ghi nhận');
  });

  it('an answer that makes a done step wrong names that step', () => {
    const she = new Typing();
    she.says(
      'làm giấy khai sinh',
      'bắt đầu',
      'xong',
      'không có',
      'đã đăng ký',
      'xong',
      'xong',
      'cha hoặc mẹ',
    );
    expect(she.said).toContain('Bước 4/');
    she.says('sửa lại, ba mẹ chưa đăng ký kết hôn', 'có, làm luôn');
    expect(she.said).toContain('Bước 2 (Tìm đúng thủ tục)');
  });

  it('a changed answer as short as "Có" is said back with its question', () => {
    const she = new Typing();
    she.says('đăng ký tạm trú', 'bắt đầu', 'xong', 'mới', 'sửa lại, chủ nhà có vneid');
    expect(she.said).toMatch(/VNeID mức 2 không\? – Có/u);
  });
});

describe('what she asks', () => {
  it('a voice-typed sentence of an old man is understood by what it once comes to', () => {
    const he = new Typing();
    he.says(
      'dạ thưa cô bác tên Tư năm nay ngoài bảy mươi bác muốn hỏi là làm giấy khai sinh cho thằng cháu ngoại mới đẻ mà ba mẹ nó đi làm xa chưa về thì bác đi làm thay được không',
    );
    expect(he.said).toContain('Ông bà, người thân làm thay được');
  });

  it('two questions in one breath are both answered', () => {
    expect(new Typing().says('khai sinh phí nhiêu mấy ngày có')).toMatch(
      /Lệ phí[^]*Thời gian|Thời gian[^]*Lệ phí/u,
    );
    expect(new Typing().says('đăng ký tạm trú cần giấy gì và nộp ở đâu')).toMatch(
      /Giấy tờ[^]*Nơi nộp|Nơi nộp[^]*Giấy tờ/u,
    );
  });

  it('a question that names nothing is asked back about, not guessed', () => {
    const she = new Typing();
    expect(she.says('cần giấy gì')).toContain('Anh/chị hỏi về việc nào');
    expect(she.choices).toContain('topic:dang-ky-tam-tru');
  });

  it('a matter named is not the button that shares its words', () => {
    const she = new Typing();
    she.says('tạm vắng', 'đăng ký thường trú cho con');
    expect(she.said).not.toContain('Đăng ký tạm trú.');
    expect(she.said).toContain('thường trú');
  });

  it('"sửa tên trong khai sinh" is no correction of an answer', () => {
    const she = new Typing();
    she.says('tạm trú', 'bắt đầu', 'sửa tên trong khai sinh');
    expect(she.said).not.toContain('chưa trả lời câu nào');
  });

  it('a name of a place alone is no trouble', () => {
    expect(new Typing(null).says('Lộc Ninh')).toContain('Tôi ghi nơi nộp');
  });

  it('hurry is no fraud', () => {
    expect(new Typing().says('nhanh lên')).not.toContain('OTP');
  });

  it('several times are named by their cases', () => {
    expect(new Typing().says('làm giấy khai sinh', 'mấy ngày có')).toContain('Thời gian – Bé bị bỏ rơi');
  });

  it('the checklist is not said again after a question aside', () => {
    const she = new Typing();
    she.says('đăng ký tạm trú', '1', 'mới', 'cho mình', 'ở trọ', 'đủ 18');
    expect(she.said).toContain('Kết quả');
    she.says('lệ phí bao nhiêu vậy');
    expect(she.said).toContain('7.000 đồng');
    expect(she.said).toContain('vẫn giữ nguyên');
    expect(she.said).not.toContain('Kết quả');
  });
});

describe('where she is', () => {
  it('"không thấy phường Bình Long" is a trouble, not news about where she files', () => {
    const she = new Typing();
    she.says('làm giấy khai sinh', 'bắt đầu', 'k thay phuong binh long');
    expect(she.said).toContain('Không thấy phường, xã mình');
  });

  it('the trap of An Lộc is asked about, then the step goes on', () => {
    const she = new Typing(null);
    she.says('đăng ký tạm trú', 'bắt đầu', 'xong', 'mới', 'phường An Lộc');
    expect(she.said).toContain('Có hai phường An Lộc');
    she.says('xã Thanh Lương');
    expect(she.said).toContain('Phường An Lộc, Thành phố Đồng Nai');
    expect(she.said).toContain('Bước 2/');
    expect(she.said).not.toMatch(/hay gặp lắm|vướng chỗ/u);
  });

  it.each(['xong rồi, giờ sao nữa', 'xong, bước sau là gì'])('"%s" is done', (text) => {
    const she = new Typing();
    she.says('tạm trú', 'bắt đầu', text);
    expect(she.said).toContain('Bước 2/');
  });

  it.each(['vào được rồi', 'điền xong rồi', 'chụp rồi'])('"%s" at a step is done', (text) => {
    const she = new Typing();
    she.says('tạm trú', 'bắt đầu', text);
    expect(she.said).toContain('Bước 2/');
  });

  it('"quay lại" where nothing is begun shows what can be done', () => {
    expect(new Typing().says('quay lại')).toContain('cần làm việc gì');
  });

  it('"ok" to the officer\'s address is no "xong" for the step', () => {
    const she = new Typing();
    she.says('làm giấy khai sinh', 'bắt đầu', 'gặp cán bộ', 'ok');
    expect(she.said).toContain('Bước 1/');
  });

  it('"màn hình của tui khác" is not called a fault of the portal', () => {
    const she = new Typing();
    she.says('làm giấy khai sinh', 'bắt đầu', 'màn hình của tui khác');
    expect(she.said).toContain('Chữ để tìm');
    expect(she.said).not.toContain('Cổng lỗi');
  });

  it('a third "không hiểu" asks what she sees', () => {
    const she = new Typing();
    she.says('đăng ký tạm trú', 'bắt đầu', 'không hiểu', 'không hiểu');
    expect(she.said).toContain('đi chậm');
    she.says('không hiểu');
    expect(she.said).toContain('vướng chỗ nào');
  });
});

describe('what she should not type', () => {
  it('a number, a code or a password alone is no question', () => {
    const she = new Typing();
    she.says('làm giấy khai sinh', 'bắt đầu');
    for (const secret of ['cccd của tôi là 070123456789', '123456', 'mật khẩu vneid là Abc@1234']) {
      she.says(secret);
      expect(she.said).toContain('tự nhập');
      expect(she.said).toContain('Bước 1/');
      expect(she.said).not.toMatch(/hay gặp lắm|vướng chỗ|Có phải anh\/chị cần/u);
    }
  });

  it('money asked for to make it quick is a warning', () => {
    expect(new Typing().says('họ bảo chuyển 500 nghìn phí làm nhanh')).toContain('OTP');
  });
});
