export interface Idle {
  /** Somebody is there. */
  readonly touched: () => void;
  readonly stop: () => void;
}

export interface IdleOptions {
  /** Without a touch for so long the countdown begins, ms. */
  readonly quietMs: number;
  readonly countdownSeconds: number;
  /** Nothing to forget: nothing counts down. */
  readonly inUse: () => boolean;
  /** null: no countdown runs. */
  readonly onCountdown: (secondsLeft: number | null) => void;
  readonly onOver: () => void;
}

/** Finds that nobody is there any more, counts down where it can be stopped, and says when it is over. */
export function watchIdle(options: IdleOptions): Idle {
  let quietSince = Date.now();
  let left: number | null = null;
  const tick = (): void => {
    if (left !== null) {
      left -= 1;
      if (left > 0) {
        options.onCountdown(left);
        return;
      }
      left = null;
      quietSince = Date.now();
      options.onCountdown(null);
      options.onOver();
      return;
    }
    if (!options.inUse()) quietSince = Date.now();
    else if (Date.now() - quietSince >= options.quietMs) {
      left = options.countdownSeconds;
      options.onCountdown(left);
    }
  };
  const timer = setInterval(tick, 1000);
  return {
    touched() {
      quietSince = Date.now();
      if (left === null) return;
      left = null;
      options.onCountdown(null);
    },
    stop: () => clearInterval(timer),
  };
}
