export interface SignInFormProps {
  /** She is signed in now: calls that wait for it go on. */
  readonly onSignedIn: () => void;
}

/** Address, password, and a code where one is asked. On its own page, and in a dialog over a page whose session ended. */
export function SignInForm(_props: SignInFormProps) {
  return null;
}
