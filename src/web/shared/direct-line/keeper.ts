import type { Outgoing, Session } from './api.ts';

/** What a device remembers of one conversation. Tabs of one browser share it. */
export interface Keeper {
  session(): Session | null;
  keepSession(session: Session | null): void;
  /** Messages that the server has not echoed yet, oldest first. */
  unsent(): readonly Outgoing[];
  keepUnsent(message: Outgoing): void;
  dropUnsent(clientId: string): void;
  /** Runs alone among the tabs of this browser, where the browser can do that. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}
