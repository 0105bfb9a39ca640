/** Calls that met an ended session wait here until she has signed in again. */
let waiting: { readonly resolve: () => void; readonly promise: Promise<void> } | null = null;
const listeners = new Set<() => void>();

/** Opens the sign-in dialog; resolves when she has signed in. */
export function askSignIn(): Promise<void> {
  if (waiting === null) {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting = { promise, resolve };
    tell();
  }
  return waiting.promise;
}

/** Said by the sign-in form. */
export function signedIn(): void {
  const before = waiting;
  waiting = null;
  tell();
  before?.resolve();
}

export const signInWanted = (): boolean => waiting !== null;

export function onSignInWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
