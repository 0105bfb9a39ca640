const TROUBLE = 'trouble:';

/** Where the entry of a topic is edited, below the unit. What is no procedure and no trouble is a question. */
export function entryPath(topic: string, kind?: 'procedure' | 'topic' | 'trouble'): string {
  if (topic.startsWith(TROUBLE)) return `noi-dung/trouble/${topic.slice(TROUBLE.length)}`;
  return `noi-dung/${kind === 'topic' ? 'faq' : 'procedure'}/${topic}`;
}
