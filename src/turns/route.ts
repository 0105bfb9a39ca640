import type { Conversation } from './ports.ts';

/** Who answers: while a person owns the conversation the bot is silent; a closed one opens again by a message. */
export function route({ owner }: Pick<Conversation, 'owner'>): 'bot' | 'person' {
  return owner === 'person' ? 'person' : 'bot';
}
