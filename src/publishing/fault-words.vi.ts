/** `, here it is "…"` at the end of a message: what was typed. */
const typed = (rest: string): string => {
  const value = /, here it is (.*)$/s.exec(rest)?.[1];
  return value === undefined ? '' : ` (đang ghi: ${value})`;
};

const kinds: Readonly<Record<string, string>> = {
  words: 'chữ',
  'a list (- …)': 'một danh sách',
  'a group of names and values': 'một nhóm mục',
  'a number': 'một số',
  'a whole number': 'một số nguyên',
  'true or false': 'có hoặc không',
};

const sentences: readonly (readonly [pattern: RegExp, says: (...parts: string[]) => string])[] = [
  [/^is missing/, () => 'Chưa điền mục này.'],
  [/^must not be empty/, () => 'Mục này không được để trống.'],
  [/^"(.*)" is not known here/, (name) => `Mục "${name}" không có trong biểu mẫu này.`],
  [/^must be words: put (.*) in quotes/, (value) => `Mục này phải ghi bằng chữ (đang là số ${value}).`],
  [
    /^must be a slug.*?(, here it is .*)?$/s,
    (rest) =>
      `Mã chỉ gồm chữ thường không dấu, số và dấu gạch nối, như dang-ky-khai-sinh${typed(rest ?? '')}.`,
  ],
  [/^must be the five-digit unit code/, () => 'Mã phường, xã gồm đúng năm chữ số.'],
  [/^needs two options/, () => 'Câu hỏi cần ít nhất hai lựa chọn.'],
  [
    /^Invalid ISO date.*?(, here it is .*)?$/s,
    (rest) => `Ngày chưa đúng, cần đủ ngày, tháng, năm${typed(rest ?? '')}.`,
  ],
  [
    /^Invalid URL.*?(, here it is .*)?$/s,
    (rest) => `Đường dẫn chưa đúng, cần bắt đầu bằng https://${typed(rest ?? '')}.`,
  ],
  [/^the name "(.*)" must be/, (name) => `Mã "${name}" chỉ gồm chữ thường không dấu, số và dấu gạch nối.`],
  [/^Too small: expected (?:number|int) to be >=(\S+)/, (least) => `Số này phải từ ${least} trở lên.`],
  [/^Too big: expected (?:number|int) to be <=(\S+)/, (most) => `Số này không quá ${most}.`],
  [/^Invalid string: must match pattern/, () => 'Chưa đúng cách ghi của mục này.'],
  [
    /^must be (.*?)(, here it is .*)?$/s,
    (wanted, rest) => {
      const names = wanted.split(' or ').map((one) => kinds[one] ?? one.replaceAll('"', ''));
      return `Mục này phải là ${names.join(' hoặc ')}${typed(rest ?? '')}.`;
    },
  ],
  [/^there is no question "(.*)"/, (id) => `Không có câu hỏi "${id}".`],
  [/^the question "(.*)" has no option "(.*)"/, (q, o) => `Câu hỏi "${q}" không có lựa chọn "${o}".`],
  [/^"(.*)" must be asked before this question/, (q) => `Câu hỏi "${q}" phải đứng trước câu này.`],
  [
    /^the question "(.*)" decides nothing/,
    (q) => `Câu hỏi "${q}" chưa dùng để quyết định giấy tờ, phí hay bước nào.`,
  ],
  [/^"(.*)" stands under this question twice/, (w) => `Cách nói "${w}" có hai lần ở câu hỏi này.`],
  [/^this can never hold/, () => 'Điều kiện này không bao giờ xảy ra.'],
  [
    /^"(.*)" and "(.*)" both hold for the same case/,
    (a, b) => `"${a}" và "${b}" cùng đúng cho một trường hợp: cần tách điều kiện.`,
  ],
  [
    /^some cases have no fee line \((.*)\)/,
    (which) => `Có trường hợp chưa có dòng phí (${which}). Thêm một dòng; chưa biết mức thì chọn "chưa rõ".`,
  ],
  [
    /^some cases have no fee line/,
    () => 'Có trường hợp chưa có dòng phí. Thêm một dòng; chưa biết mức thì chọn "chưa rõ".',
  ],
  [
    /^some cases have no time line/,
    () => 'Có trường hợp chưa có thời hạn. Thêm một dòng; chưa biết thì chọn "chưa rõ".',
  ],
  [/^the general flow cannot name/, () => 'Bước chung không được hỏi câu riêng của một thủ tục.'],
  [/^"(.*)" needs a letter/, (id) => `Mã "${id}" cần có ít nhất một chữ cái.`],
  [/^a second .* has the id "(.*)"/, (id) => `Mã "${id}" đã có ở mục khác.`],
  [/^"(.*)" in was is still the id/, (id) => `Mã cũ "${id}" vẫn đang được dùng, không đặt lại được.`],
  [/^two entries say that they were "(.*)"/, (id) => `Hai mục cùng ghi mã cũ "${id}".`],
  [/^(.*) has .*? twice$/, (what) => `"${what}" có hai lần.`],
  [/^the file is called (.*): name and id/, (name) => `Mã của mục phải trùng với tên "${name}".`],
  [
    /^an entry with the scope (.*) does not belong/,
    (scope) => `Mục của đơn vị ${scope} không đặt ở đây được.`,
  ],
  [
    /^has a broken placeholder/,
    () => 'Chỗ điền tự động chưa đúng: viết {tên}, chỉ dùng chữ không dấu, đủ hai dấu ngoặc.',
  ],
  [
    /^the Vietnamese and the English words have different placeholders/,
    () => 'Câu tiếng Việt và câu tiếng Anh phải có cùng các chỗ điền {…}.',
  ],
  [/^placeholders in braces are filled in steps only/, () => 'Chỗ điền {…} chỉ dùng được trong các bước.'],
  [
    /^nobody fills \{(.*)\}; known are (.*)$/,
    (name, known) => `Không có gì để điền vào {${name}}. Dùng được: ${known}.`,
  ],
  [/^"(.*)" stands here twice/, (w) => `Câu mẫu "${w}" có hai lần.`],
  [/^"(.*)" stands under "(.*)" too/, (w, topic) => `Câu mẫu "${w}" đã thuộc chủ đề "${topic}".`],
  [
    /^this label has (\d+) characters, a button shows (\d+)/,
    (n, most) => `Nhãn dài ${n} chữ, nút chỉ hiện được ${most} chữ.`,
  ],
  [/^has more than (\d+) characters/, (n) => `Dài hơn ${n} ký tự: tách thành nhiều đoạn.`],
  [
    /^"(.*)" is office language: say "(.*)"/,
    (w, say) => `"${w}" là từ hành chính: dùng "${say}", hoặc giải thích trong ngoặc.`,
  ],
  [
    /^a sentence of (\d+) words; residents can read (\d+)/,
    (n, most) => `Có câu dài ${n} chữ, người dân đọc tốt đến ${most} chữ: tách làm hai câu.`,
  ],
  [/^there is no source "(.*)"/, (id) => `Chưa có nguồn "${id}" trong mục này.`],
  [/^rests on memory alone/, () => 'Chỉ dựa vào trí nhớ, không có nguồn: sẽ không nói với người dân.'],
  [/^the source "(.*)" is used nowhere/, (id) => `Nguồn "${id}" chưa dùng cho nội dung nào.`],
  [/^"(.*)" is neither ward/, (id) => `Đầu mối "${id}" không có trong danh bạ.`],
  [
    /^the contact "(.*)" is not verified/,
    (id) => `Đầu mối "${id}" chưa được xác minh nên chưa hiện cho người dân.`,
  ],
  [/^there is no trouble "(.*)"/, (id) => `Không có điều vướng "${id}".`],
  [/^there is no step "(.*)"/, (id) => `Không có bước "${id}".`],
  [/^there is no procedure or topic "(.*)"/, (id) => `Không có thủ tục hay chủ đề "${id}".`],
  [/^there is no procedure "(.*)"/, (id) => `Không có thủ tục "${id}".`],
  [/^there is no answer "(.*)"/, (id) => `Không có câu trả lời "${id}".`],
  [/^there is no unit with the code (\d+)/, (code) => `Không có đơn vị mã ${code}.`],
  [/^the review must be after asOf/, () => 'Ngày xem lại phải sau ngày cập nhật.'],
  [
    /^begins \((.*)\) after it ends \((.*)\)/,
    (from, to) => `Ngày bắt đầu (${from}) sau ngày kết thúc (${to}).`,
  ],
  [/^(\S+) is not a day of (\d+)/, (day, year) => `${day} không thuộc năm ${year}.`],
  [/^(\S+) stands in this calendar twice/, (day) => `Ngày ${day} có hai lần trong lịch.`],
  [/^unknown needs whoKnows/, () => 'Mức "chưa rõ" cần ghi ai có thể cho biết.'],
  [/^holds the invisible character (U\+\S+);/, (code) => `Có ký tự ẩn ${code}: xóa đi rồi gõ lại.`],
  [
    /^(procedure|question|option|document|step|trouble|topic) "(.*)" was released and is missing/,
    (_kind, id) => `Mã "${id}" đã dùng với người dân nên không bỏ hay đổi được.`,
  ],
  [
    /^(procedure|question|option|document|step|trouble|topic) "(.*)" was retired/,
    (_kind, id) => `Mã "${id}" là mã cũ, hãy chọn mã khác.`,
  ],
];

/** The checks' English, and how officers are told. */
export const faultWords = { sentences, other: (message: string): string => `Chưa đúng: ${message}` } as const;
