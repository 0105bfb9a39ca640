import type { UseMutationResult } from '@tanstack/react-query';
import { accountWords as words } from '../../words/account.vi.ts';
import { PasswordForm } from '../sign-in/password-form.tsx';

/** The password again, before something that cannot be taken back. */
export const AskPassword = ({ going }: { readonly going: UseMutationResult<unknown, Error, string> }) => (
  <PasswordForm label={words.confirm} submit={words.goOn} going={going} onPassword={going.mutate} />
);
