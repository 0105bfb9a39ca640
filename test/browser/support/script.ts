import type { Block, Choice, Reply } from '#replies/reply.ts';
import type { Script } from './fake-conversations.ts';

/**
 * What the fake bot says: a greeting, an offer, a checklist and a walk-through of four steps. For looking at and
 * for tapping through; it is no knowledge and says nothing that holds outside these tests.
 */
const titles = [
  'Mở Cổng Dịch vụ công và đăng nhập',
  'Tìm thủ tục',
  'Chọn phường nhận hồ sơ',
  'Nộp và giữ mã hồ sơ',
];
const procedure = 'Đăng ký khai sinh (mẫu thử)';
const id = 'dang-ky-khai-sinh';
const pictures = ['mo-cong-dang-nhap', 'tim-thu-tuc', 'chon-noi-nop', 'gui-giu-ma'];

export const greetingText = 'Xin chào, tôi là trợ lý tự động. Anh/chị cần làm thủ tục gì?';

export const script: Script = (text, choice) => {
  if (text === null) return [greeting];
  if (choice === 'offer:papers') return [papers];
  if (choice === 'offer:start') return [stepCard(1)];
  const opened = /^step:open:(\d)$/.exec(choice ?? '');
  if (opened !== null) return [stepCard(Number(opened[1]))];
  if (choice === 'step:stuck') return [trouble];
  if (choice?.startsWith('wrong:') === true) return [saying('Tôi đã ghi lại để cán bộ kiểm tra.')];
  if (text === 'nhánh hỏi') return [question];
  const step = /^step:done:(\d)$/.exec(
    choice ?? /^xong (\d)$/.exec(text)?.[0].replace('xong ', 'step:done:') ?? '',
  );
  if (step !== null) return [Number(step[1]) < titles.length ? stepCard(Number(step[1]) + 1) : finished];
  if (text.includes('khai sinh')) return [offer];
  if (text === 'plain') return [{ plain: 'Tin của bot khác <b>đậm</b>', actions: ['Một', 'Hai'] }];
  if (text === 'html') return [saying(hostile)];
  return [saying(`Tôi nghe: ${text.slice(0, 200)}`)];
};

export const hostile =
  '<img src=x onerror="document.title=\'hỏng\'"><script>document.title=1</script> javascript:alert(1) http://khong.example https://dichvucong.gov.vn/abc.';

const choice = (id: string, title: string, style: Choice['style'] = 'normal'): Choice => ({
  id,
  title,
  style,
});

export const reply = (blocks: Block[], choices: Choice[] = []): Reply => ({ blocks, choices, facts: [] });

export const saying = (text: string, choices: Choice[] = []): Reply =>
  reply([{ kind: 'text', text }], choices);

const greeting = saying(`${greetingText}\n\nViết bằng lời của mình, có dấu hay không dấu đều được.`, [
  choice('topic:dang-ky-khai-sinh', 'Đăng ký khai sinh'),
  choice('topic:dang-ky-tam-tru', 'Đăng ký tạm trú'),
]);

const offer = saying(
  'Đăng ký khai sinh cho con. Anh/chị muốn xem giấy tờ cho trường hợp của mình trước, hay bắt đầu nộp luôn?',
  [choice('offer:start', 'Bắt đầu', 'primary'), choice('offer:papers', 'Giấy tờ của tôi')],
);

const papers = reply(
  [
    {
      kind: 'answers',
      procedure: id,
      items: [
        {
          question: 'chung-sinh-dien-tu',
          ask: 'Bệnh viện đã gửi giấy chứng sinh điện tử chưa?',
          label: 'Rồi',
        },
        { question: 'ket-hon', ask: 'Ba mẹ đã đăng ký kết hôn chưa?', label: 'Chưa' },
      ],
    },
    {
      kind: 'checklist',
      procedure: id,
      title: 'Giấy tờ anh/chị cần chuẩn bị',
      items: [
        {
          id: 'to-khai',
          text: 'Tờ khai đăng ký khai sinh',
          note: 'điền ngay trên Cổng',
          state: 'needed',
          key: `${id}/document/to-khai`,
        },
        { id: 'cccd', text: 'Căn cước của người đi khai sinh', state: 'needed' },
        { id: 'uy-quyen', text: 'Văn bản uỷ quyền', note: 'khi nhờ người khác nộp', state: 'depends' },
        { id: 'khac', text: 'Giấy tờ về nơi cư trú', state: 'ask-staff' },
        { id: 'chung-sinh', text: 'Giấy chứng sinh', note: 'đã có bản điện tử', state: 'not-needed' },
      ],
    },
    {
      kind: 'facts',
      items: [
        {
          id: 'le-phi',
          label: 'Lệ phí',
          value: 'Chưa có mức chính thức trong dữ liệu',
          weak: true,
          key: `${id}/fee/none`,
        },
        {
          id: 'thoi-han',
          label: 'Thời hạn',
          value: 'Trong ngày làm việc',
          weak: false,
          key: `${id}/time/trong-ngay`,
        },
        { id: 'noi-nop', label: 'Nơi nhận', value: 'Phường Bình Long', weak: false },
      ],
    },
    {
      kind: 'contact',
      name: 'Tổng đài thành phố Đồng Nai',
      phone: '0251.1022',
      detail: 'Hỏi về mọi thủ tục',
    },
    {
      kind: 'sources',
      items: [
        { title: 'Cổng Dịch vụ công quốc gia', url: 'https://dichvucong.gov.vn', asOf: '2026-06-10' },
        { title: 'Văn bản giấy, không có địa chỉ' },
      ],
      asOf: '2026-06-10',
      weak: false,
    },
  ],
  [choice('offer:start', 'Bắt đầu', 'primary'), choice('menu', 'Hỏi việc khác', 'quiet')],
);

export const stepCard = (number: number): Reply =>
  reply(
    [
      {
        kind: 'step',
        procedure: id,
        procedureName: procedure,
        stepId: `buoc-${number}`,
        number,
        total: titles.length,
        title: titles[number - 1] ?? '',
        todo: 'Mở dichvucong.gov.vn, bấm Đăng nhập rồi chọn tài khoản VNeID.',
        screen: 'Nút Đăng nhập màu đỏ ở góc trên bên phải; trên điện thoại thì nằm trong dấu ba gạch.',
        screenAsOf: '2026-06-10',
        picture: pictures[number - 1] ?? 'none',
        notes: ['Cần tài khoản VNeID mức 2.', 'Không đưa mã OTP cho ai, kể cả trợ lý này.'],
        outline: titles.map((title, index) => ({
          stepId: `buoc-${index + 1}`,
          title,
          state: index + 1 < number ? 'done' : index + 1 === number ? 'here' : 'ahead',
          open: index + 1 < number ? `step:open:${index + 1}` : undefined,
        })),
      },
    ],
    [
      choice(`step:done:${number}`, 'Xong', 'primary'),
      choice('step:stuck', 'Tôi bị vướng'),
      choice('step:back', 'Quay lại'),
      choice('step:other', 'Hỏi việc khác', 'quiet'),
      choice('step:staff', 'Gặp cán bộ', 'quiet'),
      choice('step:later', 'Để sau', 'quiet'),
    ],
  );

const question = saying('Bệnh viện đã gửi giấy chứng sinh điện tử chưa?', [
  choice('q:chung-sinh-dien-tu:co', 'Rồi'),
  choice('q:chung-sinh-dien-tu:khong', 'Chưa'),
  choice('q:chung-sinh-dien-tu:khong-ro', 'Tôi không rõ'),
]);

const trouble = saying('Anh/chị bị vướng ở đâu?', [
  choice('trouble:otp', 'Không thấy mã xác nhận'),
  choice('trouble:mat-khau', 'Quên mật khẩu VNeID'),
  choice('resume:go', 'Làm tiếp', 'primary'),
]);

const finished = saying('Anh/chị đã đi hết các bước. Nhớ giữ mã hồ sơ.', [
  choice('feedback:yes', 'Có ích'),
  choice('feedback:no', 'Chưa giúp được'),
]);
