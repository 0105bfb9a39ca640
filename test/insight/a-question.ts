import type { LoggedFeedback, LoggedQuestion } from '#insight/question.ts';

export const T0 = 1_795_312_800_000;

let made = 0;

/** A question of the log; say only what the test is about. Each is another person's unless said. */
export function aQuestion(over: Partial<LoggedQuestion> = {}): LoggedQuestion {
  made += 1;
  return {
    turn: `turn-${String(made).padStart(4, '0')}`,
    conversation: over.person === undefined ? `talk-${made}` : `talk-${over.person}`,
    person: `person-${made}`,
    unit: '25326',
    channel: 'portal',
    outcome: 'answer',
    topic: 'dang-ky-khai-sinh',
    aspect: 'ho-so',
    p: 0.9,
    text: 'làm giấy khai sinh cần gì',
    at: T0 + made * 1000,
    ...over,
  };
}

export function aRating(question: LoggedQuestion, over: Partial<LoggedFeedback> = {}): LoggedFeedback {
  made += 1;
  return {
    id: `feedback-${made}`,
    conversation: question.conversation,
    person: question.person,
    helped: false,
    about: question.topic ?? '',
    at: question.at + 1000,
    ...over,
  };
}
