import { describe, expect, it } from 'vitest';
import { askedBy, asksIn, openAsking } from './askedBy.ts';
import { words } from './text.ts';

const asking = {
  groups: { khong: ['không', 'hay không'] },
  rules: [
    { aspect: 'le-phi' as const, say: ['mấy tiền/đồng', 'tốn .. phí'] },
    { aspect: 'nguoi-khac-nop-ho' as const, say: ['ký thay !đổi ... <khong>'] },
    { aspect: 'dieu-kien' as const, say: ['được .. <khong>', 'chưa $'] },
    { aspect: 'khac' as const, alone: true, say: ['phải làm sao', 'mấy ngày !nay/trước'] },
  ],
  hints: [],
};
const open = openAsking(asking, 'rules');
const asked = (text: string): string | null => askedBy(words(text), open);

describe('what is asked outright', () => {
  it('is told by words side by side, with few words between, and with or without diacritics', () => {
    expect(asked('làm căn cước mấy tiền')).toBe('le-phi');
    expect(asked('lam can cuoc may tien')).toBe('le-phi');
    expect(asked('có tốn đồng nào phí')).toBe('le-phi');
    expect(asked('tốn một hai ba bốn năm phí')).toBeNull();
  });

  it('is what the earlier rule says where two hold, and all of them are known', () => {
    const both = 'mấy tiền, làm được không';
    expect(asked(both)).toBe('le-phi');
    expect(asksIn(words(both), open).map(({ aspect }) => aspect)).toEqual(['le-phi', 'dieu-kien']);
  });

  it('is told in the order of the line, each with its words, and no word is heard twice', () => {
    const told = (text: string): readonly (readonly [string, number, number])[] =>
      asksIn(words(text), open).map(({ aspect, from, to }) => [aspect, from, to] as const);
    expect(told('được không, mấy tiền')).toEqual([
      ['dieu-kien', 0, 2],
      ['le-phi', 2, 4],
    ]);
    expect(told('ký thay mẹ được không')).toEqual([['nguoi-khac-nop-ho', 0, 5]]);
    expect(told('xin chào')).toEqual([]);
  });

  it('counts an empty question only where nothing else is asked', () => {
    const aspects = (text: string): readonly string[] =>
      asksIn(words(text), open).map(({ aspect }) => aspect);
    expect(aspects('phải làm sao')).toEqual(['khac']);
    expect(aspects('phải làm sao, mấy tiền')).toEqual(['le-phi']);
    expect(aspects('mấy ngày trước')).toEqual([]);
  });

  it('does not reach over the end of a sentence', () => {
    expect(asked('được rồi. Sao không')).toBeNull();
  });

  it('knows the end of a message, and words that must not follow', () => {
    expect(asked('làm được chưa')).toBe('dieu-kien');
    expect(asked('chưa làm')).toBeNull();
    expect(asked('mẹ ký thay con hay không')).toBe('nguoi-khac-nop-ho');
    expect(asked('đăng ký thay đổi tên hay không')).toBeNull();
  });

  it('needs the marks of words that would be too many others without them', () => {
    const marked = openAsking(
      { groups: {}, rules: [{ aspect: 'ho-so', say: ['cần .. =sổ/giấy'] }], hints: [] },
      'rules',
    );
    const heard = (text: string): string | null => askedBy(words(text), marked);
    expect(heard('cần sổ')).toBe('ho-so');
    expect(heard('can giay')).toBe('ho-so');
    expect(heard('can so')).toBeNull();
  });

  it('is nothing where the lexicon has no wordings', () => {
    expect(askedBy(words('mấy tiền'), openAsking(undefined, 'rules'))).toBeNull();
  });
});
