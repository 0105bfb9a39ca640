import type { EvaluationQuestion } from '#insight/ports.ts';
import type { RowChange } from '../difference.ts';
import type { Row, SheetSpec, Table } from '../sheet.ts';
import { choice, columnOf, plain } from './field.ts';
import { aspectChoices } from './words.vi.ts';

export const evaluationSheet: SheetSpec = {
  id: 'danh-gia',
  name: 'Câu hỏi thử',
  key: ['ma'],
  title: ['cau'],
  columns: [
    plain({ id: 'ma', heading: 'Mã', note: 'Để trống khi thêm mới: tự đặt.', width: 38 }, 'code'),
    plain({
      id: 'cau',
      heading: 'Câu hỏi',
      note: 'Như người dân gõ; không ghi tên, số giấy tờ của ai.',
      width: 70,
      required: true,
    }),
    plain(
      {
        id: 'chu-de',
        heading: 'Hiểu đúng là',
        note: 'Mã thủ tục, câu hỏi hoặc chủ đề; sự cố thì ghi "trouble:" trước mã.',
        width: 40,
        required: true,
      },
      'code',
    ),
    choice({ id: 'khia-canh', heading: 'Hỏi về', note: 'Để trống nếu không rõ.', width: 20 }, aspectChoices),
  ].map(columnOf),
};

export const evaluationTable = (questions: readonly EvaluationQuestion[]): Table => ({
  spec: evaluationSheet,
  rows: questions.map(({ id, text, topic, aspect }): Row => ({
    ma: id,
    cau: text,
    'chu-de': topic,
    'khia-canh': aspect,
  })),
});

/** The question that a row is; a new one gets an id. */
export function questionOf({ after }: RowChange, newId: () => string): EvaluationQuestion {
  const { ma, cau, 'chu-de': topic, 'khia-canh': aspect } = after ?? {};
  return {
    id: typeof ma === 'string' ? ma : newId(),
    text: String(cau ?? ''),
    topic: String(topic ?? ''),
    aspect: typeof aspect === 'string' ? aspect : null,
  };
}
