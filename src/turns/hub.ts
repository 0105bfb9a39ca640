import type { ActivityRow, TranscriptHub } from './ports.ts';

type Listener = (rows: readonly ActivityRow[]) => void;

/** Tells this process's own commits. Those of other processes are seen by looking: `follow.ts`. */
export function createTranscriptHub(): TranscriptHub {
  const listeners = new Map<string, Set<Listener>>();
  return {
    published(conversation, rows) {
      if (rows.length === 0) return;
      listeners.get(conversation)?.forEach((listener) => listener(rows));
    },
    subscribe(conversation, listener) {
      const ofConversation = listeners.get(conversation) ?? new Set();
      listeners.set(conversation, ofConversation.add(listener));
      return () => {
        ofConversation.delete(listener);
        if (ofConversation.size === 0 && listeners.get(conversation) === ofConversation) {
          listeners.delete(conversation);
        }
      };
    },
  };
}
