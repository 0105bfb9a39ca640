import { describe, expect, it } from 'vitest';
import { readQuestion } from './question.ts';

describe('a line of ask', () => {
  it('needs only a text', () => {
    expect(readQuestion('{"id":"a","text":"khai sinh"}')).toMatchObject({
      question: { id: 'a', text: 'khai sinh', topic: null },
    });
  });

  it('ignores fields that others added', () => {
    expect(readQuestion('{"text":"x","style":"typo"}')).toHaveProperty('question');
  });

  it('keeps the id of a line that it cannot use', () => {
    const read = readQuestion('{"id":7}');
    expect(read).toMatchObject({ id: 7 });
    expect(JSON.stringify(read)).toContain('text');
    expect(readQuestion('no json')).toEqual({ id: null, why: 'not JSON' });
    expect(readQuestion('null')).toMatchObject({ id: null });
  });
});
