/** What the forms say against what was typed. */
export const faultWords: {
  readonly empty: string;
  readonly atLeastOne: string;
  readonly tooSmall: string;
  readonly tooBig: string;
  readonly format: string;
  readonly formats: Readonly<Record<string, string>>;
  readonly id: string;
  readonly choose: string;
  readonly unknownField: (names: string) => string;
  readonly byMessage: Readonly<Record<string, string>>;
} = {
  empty: 'Ô này chưa điền.',
  atLeastOne: 'Cần ít nhất một dòng.',
  tooSmall: 'Số này nhỏ quá.',
  tooBig: 'Giá trị này lớn quá.',
  format: 'Viết chưa đúng mẫu.',
  formats: {
    date: 'Ngày chưa đúng. Viết ngày/tháng/năm, ví dụ 01/07/2026.',
    url: 'Địa chỉ web chưa đúng. Phải bắt đầu bằng https://',
    regex: 'Viết chưa đúng mẫu của ô này.',
  },
  id: 'Mã chỉ gồm chữ thường không dấu, số và dấu gạch nối.',
  choose: 'Hãy chọn hoặc sửa lại ô này.',
  unknownField: (names) => `Có phần không dùng đến: ${names}.`,
  byMessage: {
    'needs two options': 'Câu hỏi cần ít nhất hai lựa chọn.',
    'needs from or to': 'Cần ngày bắt đầu hoặc ngày kết thúc.',
  },
};
