import type { ActivityRow } from '#turns/ports.ts';

/** Gives a transcript's rows in order, each once: what is there, then what comes (the turns' `follow`). */
export type Follow = (options: {
  readonly conversation: string;
  readonly after: number;
  readonly onRows: (rows: readonly ActivityRow[]) => void;
  readonly onError: (error: unknown) => void;
}) => { stop(): void };
