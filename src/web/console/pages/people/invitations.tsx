import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { Invitation } from '#staff/contract.ts';
import { call } from '../../api/call.ts';
import { sentenceFor } from '../../api/error.ts';
import { useScope } from '../../api/session.ts';
import { scopeName } from '../../shell/scopes.ts';
import { timeText } from '../../shell/times.ts';
import { accountWords } from '../../words/account.vi.ts';
import { peopleWords } from '../../words/people.vi.ts';
import { roleWords } from '../../words/roles.vi.ts';
import { peopleCalls } from './contracts.ts';

const { invitations: words } = peopleWords;

/** Links that nobody has used yet. */
export function Invitations({
  invitations,
  onChange,
}: {
  readonly invitations: readonly Invitation[];
  readonly onChange: () => void;
}) {
  const scope = useScope();
  const { message } = App.useApp();
  const withdrawing = useMutation({
    mutationFn: (id: string) => call(peopleCalls.withdraw, { params: { scope, id }, body: {} }),
    onSuccess: () => {
      onChange();
      void message.success(peopleWords.done.withdrawn);
    },
    onError: (error) => void message.error(sentenceFor(error)),
  });
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{words.title}</h2>
      <ul className="waiting-invitations">
        {invitations.map(({ id, name, email, grants, expiresAt }) => (
          <li key={id}>
            <div>
              <p>
                <b>{name}</b> ({email})
              </p>
              <p className="soft">
                {grants
                  .map((grant) => accountWords.role(roleWords[grant.role].name, scopeName(grant.scope)))
                  .join('; ')}
                ; {words.until(timeText(expiresAt))}
              </p>
            </div>
            <Button
              aria-label={words.withdrawOf(name)}
              loading={withdrawing.isPending && withdrawing.variables === id}
              onClick={() => withdrawing.mutate(id)}
            >
              {words.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
