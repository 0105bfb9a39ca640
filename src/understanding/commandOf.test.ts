import { describe, expect, it } from 'vitest';
import { anInput } from '../../test/understanding/input.ts';
import { trainModel } from './train.ts';
import { createUnderstand } from './understand.ts';

const understand = createUnderstand(trainModel(anInput()));
const commandIn = (text: string): string | null =>
  understand(text, { topic: null, expects: null, unit: null }).command;

describe('a command', () => {
  it.each([
    ['bắt đầu', 'start'],
    ['bat dau di', 'start'],
    ['làm luôn đi em', 'start'],
    ['giấy tờ của tôi', 'papers'],
    ['xong', 'done'],
    ['xong rồi nha', 'done'],
    ['xong r', 'done'],
    ['dạ rồi ạ', 'done'],
    ['tiếp', 'done'],
    ['tôi bị vướng', 'stuck'],
    ['hổng được', 'stuck'],
    ['quay lại', 'back'],
    ['quay lai buoc truoc', 'back'],
    ['nhắc lại giùm', 'repeat'],
    ['chưa hiểu', 'repeat'],
    ['để sau', 'later'],
    ['mai làm tiếp nha', 'later'],
    ['làm tiếp', 'resume'],
    ['hỏi việc khác', 'side-question'],
    ['gặp cán bộ', 'staff'],
    ['cho tôi gặp cán bộ', 'staff'],
    ['sửa lại', 'change-answer'],
    ['bấm lộn rồi', 'change-answer'],
    ['có', 'yes'],
    ['dạ', 'yes'],
    ['không', 'no'],
    ['hông', 'no'],
    ['vẫn không được', 'not-helped'],
    ['thôi', 'stop'],
  ])('"%s" is %s', (text, command) => {
    expect(commandIn(text)).toBe(command);
  });

  it.each([
    'xong rồi mà không thấy mã',
    'bắt đầu làm khai sinh từ đâu',
    'có cần căn cước không',
    'không thấy phường mình',
    'quay lại thì mất hết thông tin',
    'rồi nộp ở đâu',
    'cỏ',
    '',
  ])('"%s" says something of its own', (text) => {
    expect(commandIn(text)).toBeNull();
  });
});
