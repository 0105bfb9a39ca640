import { describe, expect, it } from 'vitest';
import { mask } from '#privacy/mask.ts';
import { compileKnowledge } from '#knowledge/compile.ts';
import { openRelease } from '#knowledge/release.ts';
import { about, Talk } from '../../test/dialogs/talk.ts';
import { deadlineIn, generalReasons } from './reasons.ts';

const compiled = compileKnowledge('data');
if (!('release' in compiled)) throw new Error(compiled.faults.map(({ message }) => message).join('\n'));
const release = openRelease(compiled.release);
const idsOf = (text: string): string[] => generalReasons(release, text).map(({ id }) => id);

describe('what officers write', () => {
  it.each([
    ['Đề nghị ông/bà chụp lại giấy chứng sinh do ảnh bị mờ, không đọc được', 'anh-mo'],
    ['Đề nghị bổ sung bản chụp giấy chứng sinh rõ nét', 'anh-mo'],
    ['hinh chup khong ro de nghi tai lai', 'anh-mo'],
    ['Bản chụp căn cước thiếu mặt sau, đề nghị bổ sung', 'thieu-trang'],
    ['Giấy xác nhận tình trạng hôn nhân đã hết hạn sử dụng', 'het-han'],
    ['Bản sao chưa được chứng thực theo quy định', 'chua-chung-thuc'],
    ['Tờ khai chưa có chữ ký của người yêu cầu', 'chua-ky'],
    ['Tờ khai không đúng mẫu hiện hành', 'sai-mau'],
    ['Tờ khai điền thiếu thông tin nơi sinh của trẻ', 'thieu-o'],
    ['Họ tên mẹ không trùng khớp với cơ sở dữ liệu dân cư', 'khac-ten'],
    ['Hồ sơ không thuộc thẩm quyền giải quyết, đề nghị nộp tại phường Bình Long', 'sai-noi'],
    ['Công dân chọn nhầm thủ tục, đề nghị nộp lại', 'sai-thu-tuc'],
    ['File đính kèm không mở được', 'sai-tep'],
    ['Chưa có văn bản ủy quyền cho người nộp', 'uy-quyen'],
    ['Chưa nộp lệ phí', 'chua-nop-phi'],
    ['Hồ sơ nộp trùng với hồ sơ trước đó', 'trung'],
    ['Người đề nghị chưa đủ điều kiện hưởng', 'khong-du-dieu-kien'],
    ['Hồ sơ thiếu giấy chứng nhận kết hôn', 'thieu-giay'],
    ['Đề nghị bổ sung giấy chứng sinh', 'thieu-giay'],
  ])('"%s" is %s', (text, id) => {
    expect(idsOf(text)).toContain(id);
  });

  it.each(['Chào anh chị', 'xin cảm ơn', 'làm giấy khai sinh cho con', 'abc xyz'])(
    '"%s" is no reason',
    (text) => {
      expect(idsOf(text)).toEqual([]);
    },
  );

  it.each([
    ['bổ sung trước ngày 30/11/2026 nhé', 'trước ngày 30/11/2026'],
    ['Đề nghị bổ sung trong thời hạn 5 ngày làm việc', 'trong thời hạn 5 ngày làm việc'],
    ['ảnh mờ', null],
  ])('the deadline in "%s"', (text, deadline) => {
    expect(deadlineIn(text)).toBe(deadline);
  });
});

describe('a dossier that came back', () => {
  it('is asked for the reason, then told in plain words what to fix, where and until when', () => {
    const she = new Talk(release);
    const asked = she.says('hồ sơ của tôi bị trả về rồi');
    expect(asked).toContain('chép nguyên câu lý do');
    expect(she.last?.expects).toEqual({ kind: 'return-reason' });
    const said = she.says('ảnh giấy chứng sinh mờ, bổ sung trước ngày 30/11/2026');
    expect(said).toContain('Ảnh hoặc bản chụp không rõ');
    expect(said).toContain('bốn góc');
    expect(said).toContain('Hồ sơ của tôi');
    expect(said).toContain('trước ngày 30/11/2026');
    expect(she.state.pending).toBeNull();
  });

  it('a reason that nothing fits is said not to be understood, with people', () => {
    const she = new Talk(release);
    she.says('hồ sơ bị trả lại');
    const said = she.says('căn cứ điểm b khoản 2 điều 7 nên chuyển phòng chuyên môn');
    expect(said).toContain('không đoán');
    expect(said).toContain('0251.1022');
  });

  it('a pasted reason is read without being asked for, several at once', () => {
    const she = new Talk(release);
    const said = she.says('Đề nghị ông bà bổ sung: ảnh chụp mờ và tờ khai chưa có chữ ký');
    expect(said).toContain('2 lý do');
    expect(said).toContain('Thiếu chữ ký');
  });

  it("finds the procedure's own reason, with its fix", () => {
    const she = new Talk(release);
    she.says('x', about('huu-tri-xa-hoi-tro-cap'));
    she.says('hồ sơ bị từ chối');
    const said = she.says('Người đề nghị từ 70 đến dưới 75 tuổi không thuộc hộ nghèo, cận nghèo');
    expect(said).toContain('Ở việc xin trợ cấp hưu trí xã hội hay gặp');
    expect(said).toContain('Xem lại ngày sinh trên căn cước');
  });

  it('another question in its place is answered as one', () => {
    const she = new Talk(release);
    she.says('hồ sơ bị trả về');
    const said = she.says(
      'khai sinh nộp ở đâu vậy?',
      about('dang-ky-khai-sinh', { aspect: 'noi-nop', outcome: 'answer' }),
    );
    expect(said).not.toContain('không đoán');
  });

  it('personal data in the pasted text is masked before, and the reason is still read', () => {
    const { text, masked } = mask('Công dân số CCCD 079203001234, sđt 0912345678: ảnh căn cước bị mờ');
    expect(text).not.toMatch(/079203001234|0912345678/);
    expect(masked.length).toBeGreaterThan(0);
    expect(idsOf(text)).toContain('anh-mo');
  });

  it('no reason given is left to the trouble that tells where it stands', () => {
    const she = new Talk(release);
    expect(she.says('hồ sơ bị trả về mà không nói lý do')).not.toContain('chép nguyên câu');
  });

  it('never asks for a dossier code', () => {
    const she = new Talk(release);
    for (const text of ['hồ sơ bị trả về', 'hồ sơ báo đang xử lý hoài', 'ảnh mờ'])
      expect(she.says(text)).not.toMatch(/cho tôi (xin )?mã hồ sơ|gửi mã hồ sơ cho tôi/i);
  });
});
