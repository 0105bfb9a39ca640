import { expect, it } from 'vitest';
import { shippedWording } from '../../../test/dialogs/wording.ts';
import { voiceOf } from '../wording.ts';
import { stepBlock } from './step.ts';

it('puts a sentence on each line where she is confused, and leaves what she looks for whole', () => {
  const block = stepBlock(voiceOf(new Map(Object.entries(shippedWording())), 'vi'), {
    procedure: 'p',
    procedureName: 'P',
    plans: [
      {
        id: 'tim',
        title: 'Tìm thủ tục',
        todo: 'Mở ô tìm kiếm; gõ "{search}". Chọn dòng "Đóng bảo hiểm; cấp sổ. Và thẻ".',
        screen: null,
        screenAsOf: '2026-11-01',
        picture: null,
        notes: [],
        asks: [],
        troubles: [],
        sources: [],
      },
    ],
    at: 0,
    done: new Set(),
    values: { search: 'đóng; cấp' },
    simple: true,
    brief: false,
  });
  expect(block?.todo).toBe('Mở ô tìm kiếm;\ngõ "đóng; cấp".\nChọn dòng "Đóng bảo hiểm; cấp sổ. Và thẻ".');
});
