/** A function whose inside can be exchanged between two calls: the matcher of the release that is in force. */
export interface Replaceable<Call extends (...args: never[]) => unknown> {
  readonly call: Call;
  /** From the next call on; a call that runs keeps what it began with. */
  replace(next: Call): void;
}

export function replaceable<In extends unknown[], Out>(
  first: (...args: In) => Out,
): Replaceable<(...args: In) => Out> {
  let current = first;
  return {
    call: (...args) => current(...args),
    replace: (next) => {
      current = next;
    },
  };
}
