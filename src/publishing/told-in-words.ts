/**
 * A line of `lockDifference`, said to officers: `~ dang-ky-tam-tru/fee/truc-tuyen (unit 25326): amount was 7000, is now
 * 9000` → "Lệ phí truc-tuyen: mức từ 7.000 thành 9.000". What is not understood is shown as it is.
 */
export function toldInWords(line: string): string {
  const [whole, sign, name = '', unit, rest = ''] =
    /^([-+~]) (\S+)(?: \(unit (\d{5})\))?: (.*)$/s.exec(line) ?? [];
  if (whole === undefined) return line;
  const [procedure = '', field = '', ...id] = name.split('/');
  const what = [fields[field] ?? field, id.join('/')].filter(Boolean).join(' ');
  const where = [procedure === '*' ? '' : procedure, unit === undefined ? '' : `đơn vị ${unit}`]
    .filter(Boolean)
    .join(', ');
  const of = where === '' ? what : `${what} (${where})`;
  if (sign === '-') return `Không còn nói: ${of}.`;
  if (sign === '+') return `Nói thêm: ${of}: ${shown(rest)}`;
  const [change, property = '', was = '', is = ''] = /^(\S+) was (.*), is now (.*)$/s.exec(rest) ?? [];
  if (change === undefined) return `${of}: ${rest}`;
  return `${of}: ${properties[property] ?? property} từ ${shown(was)} thành ${shown(is)}`;
}

const fields: Readonly<Record<string, string>> = {
  fee: 'Lệ phí',
  time: 'Thời hạn',
  documents: 'Giấy tờ',
  steps: 'Bước',
  place: 'Nơi nộp',
  result: 'Kết quả',
  conditions: 'Điều kiện',
  onBehalf: 'Nộp thay',
  exemptions: 'Miễn, giảm',
  checks: 'Điều cần xem lại',
  validity: 'Thời hạn sử dụng',
  penalties: 'Mức phạt',
  returns: 'Lý do trả lại',
  contact: 'Liên hệ',
  topic: 'Câu trả lời',
  trouble: 'Điều vướng',
  state: 'Trạng thái',
  return: 'Lý do trả lại',
  safety: 'Cảnh báo',
  'side-route': 'Đường rẽ',
};

const properties: Readonly<Record<string, string>> = {
  amount: 'mức',
  label: 'tên dòng',
  name: 'tên',
  note: 'ghi chú',
  from: 'ngày bắt đầu',
  to: 'ngày kết thúc',
  case: 'trường hợp',
  channel: 'cách nộp',
  unit: 'đơn vị tính',
  per: 'tính theo',
  text: 'nội dung',
  title: 'tên',
  todo: 'việc cần làm',
  screen: 'màn hình',
  answer: 'câu trả lời',
  form: 'dạng giấy tờ',
  formCode: 'mẫu',
  replacedBy: 'được thay bằng',
  sources: 'nguồn',
  asOf: 'ngày cập nhật',
  basis: 'căn cứ',
  phone: 'điện thoại',
  email: 'thư điện tử',
  address: 'địa chỉ',
  hours: 'giờ làm việc',
  fixes: 'cách gỡ',
  cause: 'nguyên nhân',
  means: 'nghĩa là',
  level: 'mức trực tuyến',
};

/** JSON as words: texts in Vietnamese, numbers as they are written here. */
function shown(json: string): string {
  try {
    return wordsOf(JSON.parse(json));
  } catch {
    return json;
  }
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return 'không có';
  if (value === 'unknown') return 'chưa rõ';
  if (typeof value === 'number') return value.toLocaleString('vi');
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'string') {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
    return year === undefined ? `“${value}”` : `${day ?? ''}/${month ?? ''}/${year}`;
  }
  if (Array.isArray(value)) return value.map(wordsOf).join('; ');
  const entries: [string, unknown][] = Object.entries(value);
  const vi = entries.find(([name]) => name === 'vi');
  if (vi !== undefined) return wordsOf(vi[1]);
  return entries.map(([name, inner]) => `${properties[name] ?? name} ${wordsOf(inner)}`).join(', ');
}
