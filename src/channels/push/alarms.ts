/** What keeps an account from sending until somebody does something about it. */
export interface Alarm {
  readonly channel: string;
  readonly account: string;
  /** For operators: what happened and what to do. */
  readonly why: string;
  readonly since: number;
}

export interface Alarms {
  /** Raised once until it is cleared; later reasons replace the earlier one silently. */
  raise(channel: string, account: string, why: string): void;
  clear(channel: string, account: string): void;
  list(): readonly Alarm[];
}

export function createAlarms(options: {
  readonly clock: () => number;
  readonly log: { error(fields: Readonly<Record<string, string>>, text: string): void };
}): Alarms {
  const alarms = new Map<string, Alarm>();
  return {
    raise(channel, account, why) {
      const key = `${channel} ${account}`;
      const before = alarms.get(key);
      alarms.set(key, { channel, account, why, since: before?.since ?? options.clock() });
      if (before?.why !== why) options.log.error({ channel, account, why }, 'A channel cannot send');
    },
    clear: (channel, account) => void alarms.delete(`${channel} ${account}`),
    list: () => [...alarms.values()],
  };
}
