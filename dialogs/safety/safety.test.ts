import { describe, expect, it } from 'vitest';
import { compileKnowledge } from '#knowledge/compile.ts';
import { openRelease } from '#knowledge/release.ts';
import { soundOf } from './alarm.ts';
import { hostsIn } from './hosts.ts';

const compiled = compileKnowledge('data');
if (!('release' in compiled)) throw new Error(compiled.faults.map(({ message }) => message).join('\n'));
const release = openRelease(compiled.release);
const alarmOf = (text: string): string | null => soundOf(release, text).alarm?.id ?? null;

describe('what people write in danger', () => {
  it.each([
    ['nhà em đang cháy', 'chay'],
    ['nha em dang chay', 'chay'],
    ['cháyyy nhà cứu với', 'chay'],
    ['hàng xóm bốc cháy kìa', 'chay'],
    ['chay nha roi ad oi', 'chay'],
    ['bình gas nhà tôi bị xì', 'chay'],
    ['cháy!!!', 'chay'],
    ['có người đuối nước', 'duoi-nuoc'],
    ['con tôi té sông', 'duoi-nuoc'],
    ['nuoc lu dang cao ket trong nha', 'duoi-nuoc'],
    ['ba tôi ngất xỉu rồi', 'cap-cuu'],
    ['me toi kho tho qua', 'cap-cuu'],
    ['gọi cấp cứu giùm', 'cap-cuu'],
    ['goi cap cuu gap', 'cap-cuu'],
    ['cứu với', 'cap-cuu'],
    ['vợ tui chuyển dạ rồi', 'cap-cuu'],
    ['xe tông người nằm giữa đường', 'cap-cuu'],
    ['đang có tai nạn ngoài ngã tư', 'cap-cuu'],
    ['ông nội đang bị đột quỵ', 'cap-cuu'],
    ['trộm vô nhà', 'cong-an'],
    ['an trom dang pha cua', 'cong-an'],
    ['có người cầm dao trước nhà', 'cong-an'],
    ['con gái tôi mất tích từ hôm qua', 'di-lac'],
    ['tui bị cướp ngoài đường', 'cong-an'],
    ['chồng đánh tôi', 'bao-luc'],
    ['chong em danh em hoai', 'bao-luc'],
    ['ck e wánh e bầm mình', 'bao-luc'],
    ['bị bạn trai đánh', 'bao-luc'],
    ['ổng nhậu vô là đánh vợ con', 'bao-luc'],
    ['anh ta đòi giết tôi', 'bao-luc'],
    ['chồng tôi bóp cổ tôi', 'bao-luc'],
    ['em bị quấy rối tình dục', 'bao-luc'],
    ['cha dượng đánh con bé', 'tre-bi-hai'],
    ['đứa bé gần nhà bị bỏ đói', 'tre-bi-hai'],
    ['con toi bi nguoi ta sam so', 'tre-bi-hai'],
    ['be gai bi xam hai', 'tre-bi-hai'],
    ['thầy giáo đánh con tôi', 'tre-bi-hai'],
    ['tôi không muốn sống nữa', 'tuyet-vong'],
    ['e ko mun song nua', 'tuyet-vong'],
    ['k mún sống nx', 'tuyet-vong'],
    ['muon chet cho roi', 'tuyet-vong'],
    ['mệt muốn chết cho xong', 'tuyet-vong'],
    ['em muốn tự tử', 'tuyet-vong'],
    ['tự tử', 'tuyet-vong'],
    ['chắc tôi nhảy cầu quá', 'tuyet-vong'],
    ['uong thuoc sau cho roi', 'tuyet-vong'],
    ['chán sống lắm rồi', 'tuyet-vong'],
    ['sống chi cho khổ', 'tuyet-vong'],
    ['mún chít cho rồi', 'tuyet-vong'],
    ['có người xưng công an gọi bảo cài vneid', 'lua-dao'],
    ['co nguoi goi xung can bo phuong', 'lua-dao'],
    ['họ kêu đọc mã otp', 'lua-dao'],
    ['nguoi ta bao doc ma otp', 'lua-dao'],
    ['cán bộ gọi đòi chuyển tiền làm hồ sơ', 'lua-dao'],
    ['gọi điện bảo cập nhật căn cước qua link', 'lua-dao'],
    ['nhận tin nhắn lạ kêu bấm link lạ', 'lua-dao'],
    ['vneid giả', 'lua-dao'],
    ['có phải lừa đảo không', 'lua-dao'],
    ['ngta kêu ck tiền cọc làm giấy nhanh', 'lua-dao'],
    ['bọn họ bắt chuyển khoản vào tài khoản cá nhân', 'lua-dao'],
    ['tôi lỡ đọc otp cho người ta rồi', 'lo-dua-ma'],
    ['lo bam vao link la roi', 'lo-dua-ma'],
    ['bị lừa mất 20 triệu', 'lo-dua-ma'],
    ['lỡ chuyển tiền cho nó rồi', 'lo-dua-ma'],
    ['tài khoản bị hack', 'lo-dua-ma'],
  ])('"%s" is heard as %s', (text, id) => {
    expect(alarmOf(text)).toBe(id);
  });

  it.each([
    'cháy máy điện thoại rồi làm sao vô vneid',
    'chết rồi quên mật khẩu',
    'chet roi quen mat khau vneid',
    'mệt muốn chết vì cái app này',
    'met muon chet vi cai app nay',
    'rối muốn chết',
    'làm khai tử cho ba',
    'ba tôi mất hôm qua làm giấy gì',
    'ông nội chết vì tai nạn giờ làm khai tử',
    'báo cháy hồ sơ là gì',
    'nhà cháy mất hết giấy khai sinh',
    'sổ hộ tịch bị cháy giờ làm lại khai sinh',
    'trang web đang chạy chậm quá',
    'o nha mang chay cham qua',
    'để em từ từ làm',
    'de em tu tu lam nha',
    'đánh máy sai tên chồng',
    'chong toi danh mat can cuoc',
    'chồng đánh rơi căn cước',
    'danh sach giay to',
    'dinh danh muc 2 lam sao',
    'tra cứu hồ sơ',
    'tra cuu voi ad',
    'ad ơi cứu em với, nộp hoài không được',
    'hệ thống yêu cầu nhập mã otp',
    'không nhận được mã otp',
    'cổng hỏi passcode là gì',
    'cán bộ kêu bổ sung giấy tờ',
    'cán bộ phường nói thiếu giấy',
    'lỡ bấm nhầm thủ tục',
    'lỡ nộp nhầm hồ sơ',
    'em lỡ chuyển trùng tiền lệ phí hai lần',
    'mẹ tôi bị tai biến nằm một chỗ làm căn cước tại nhà được không',
    'mẹ bị đột quỵ nằm liệt ủy quyền cho con được không',
    'bảo hiểm tai nạn nộp ở đâu',
    'trợ cấp tai nạn lao động',
    'vợ em sắp sinh chuẩn bị giấy gì',
    'làm giấy khai sinh cho con',
    'con nuôi',
    'giấy tờ nhà đất lúa',
    'điện thoại sắp chết pin',
    'chuyển khoản lệ phí được không',
    'nộp lệ phí chuyển khoản ở đâu',
    'sống chung nhà với ba mẹ chồng',
    'người già không có lương',
    'đất bị sạt, chuyển mục đích sử dụng',
    'tử tuất',
    'chạy lên chạy xuống hoài mệt quá',
    'bí quá không biết làm',
    'xin giấy xác nhận độc thân',
    'quên mật khẩu vneid',
    'mất điện thoại thì khóa vneid sao',
  ])('"%s" is no danger', (text) => {
    expect(alarmOf(text)).toBeNull();
  });

  it('hears danger in the middle of a long message and after harmless words', () => {
    expect(alarmOf('chồng tôi đánh mất giấy tờ. giờ về ổng đánh tôi chảy máu')).toBe('bao-luc');
    expect(alarmOf(`${'cho em hỏi thủ tục tạm trú '.repeat(20)} mà nhà em đang cháy`)).toBe('chay');
  });

  it('shows only contacts that are verified, and each alarm has one', () => {
    const without = (release.safety?.alarms ?? []).filter(
      ({ whoHelps }) => !whoHelps.some((who) => release.contacts.get(who)?.phone !== undefined),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

describe('where a link leads', () => {
  const links = release.safety?.links;
  if (links === undefined) throw new Error('no links');
  it.each([
    ['https://dichvucong.gov.vn/thu-tuc', 'dichvucong.gov.vn', 'official'],
    ['vào http://vneid.gov.vn nha', 'vneid.gov.vn', 'official'],
    ['dichvucong.gov.vn.xyz.com/login', 'dichvucong.gov.vn.xyz.com', 'other'],
    ['https://dichvucong.gov.vn@evil.top/a', 'evil.top', 'other'],
    ['https://dichvucong-gov.vn', 'dichvucong-gov.vn', 'other'],
    ['https://evil.com/dichvucong.gov.vn', 'evil.com', 'other'],
    ['HTTPS://VNEID.APP', 'vneid.app', 'other'],
    ['bit.ly/3abc', 'bit.ly', 'other'],
    ['https://zalo.me/123', 'zalo.me', 'known'],
    ['http://1.2.3.4/apk', '1.2.3.4', 'other'],
  ])('%s', (text, host, kind) => {
    expect(hostsIn(text, links)).toEqual([{ host, kind }]);
  });

  it.each(['mẫu CT01.docx', 'mã 1.001193', 'anh.jpg', 'xong rồi.tôi làm tiếp', 'ngày 22.11.2026'])(
    '"%s" holds no link',
    (text) => {
      expect(hostsIn(text, links)).toEqual([]);
    },
  );
});
