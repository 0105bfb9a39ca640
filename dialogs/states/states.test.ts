import { describe, expect, it } from 'vitest';
import { compileKnowledge } from '#knowledge/compile.ts';
import { openRelease } from '#knowledge/release.ts';
import { about, Talk } from '../../test/dialogs/talk.ts';
import { stateIn } from './states.ts';

const compiled = compileKnowledge('data');
if (!('release' in compiled)) throw new Error(compiled.faults.map(({ message }) => message).join('\n'));
const release = openRelease(compiled.release);

describe('states of a dossier', () => {
  it.each((release.states?.states ?? []).map(({ id, name }) => [name, id]))(
    '"%s" is known by its name, with and without diacritics',
    (name, id) => {
      const plain = name
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replaceAll('đ', 'd')
        .replaceAll('Đ', 'D');
      expect(stateIn(release, `hồ sơ của tôi báo "${name}" là sao`)?.id).toBe(id);
      expect(stateIn(release, plain)?.id).toBe(id);
    },
  );

  it.each([
    ["hồ sơ của tôi báo 'Yêu cầu bổ sung' là sao", /còn thiếu hoặc sai giấy tờ/],
    ['dang xu ly hoai', /đang làm hồ sơ/],
    ['cứ ghi chờ tiếp nhận mấy ngày nay', /8 giờ làm việc/],
    ['nó hiện yêu cầu thanh toán giờ làm gì', /xem số tiền/],
    ['thực hiện nghĩa vụ tài chính nghĩa là gì', /thuế, phí/],
    ['trạng thái dừng xử lý', /vì sao dừng/],
    ['báo đã trả kết quả mà chưa có giấy', /hỏi nơi nhận hoặc bưu điện/],
    ['ho so bi tu choi la sao', /đọc lý do/],
  ])('"%s"', (text, told) => {
    const said = new Talk(release).says(text);
    expect(said).toMatch(told);
    expect(said).toContain('Nguồn');
  });

  it('tells how long her own procedure takes, and where to look up the code without asking for it', () => {
    const she = new Talk(release);
    she.says('x', about('huu-tri-xa-hoi-tro-cap'));
    const said = she.says('hồ sơ báo đang xử lý hoài');
    expect(said).toContain('10 ngày làm việc');
    expect(said).toContain('không cần mã hồ sơ');
  });

  it('one that asks her to mend something asks for the reason next', () => {
    const she = new Talk(release);
    she.says('hồ sơ báo yêu cầu bổ sung là sao');
    expect(she.last?.expects).toEqual({ kind: 'return-reason' });
    expect(she.says('ảnh mờ quá')).toContain('bốn góc');
  });

  it.each(['bao giờ có kết quả', 'tôi muốn rút hồ sơ', 'đăng ký kết hôn', 'nhận kết quả ở đâu'])(
    '"%s" names no state',
    (text) => {
      expect(new Talk(release).says(text)).not.toContain('thường nghĩa là');
    },
  );
});
