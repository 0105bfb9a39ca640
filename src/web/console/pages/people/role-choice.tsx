import { Radio } from 'antd';
import type { Role } from '#staff/officer.ts';
import { roleWords } from '../../words/roles.vi.ts';

export interface RoleChoiceProps {
  readonly id?: string;
  readonly value?: Role | 'none';
  readonly onChange?: (role: Role | 'none') => void;
  readonly roles: readonly Role[];
  /** For taking it away: what that is called, and means. */
  readonly none?: { readonly name: string; readonly may: string };
  readonly label: string;
}

/** Each role with what it may: names alone say too little. */
export function RoleChoice({ id, value, onChange, roles, none, label }: RoleChoiceProps) {
  const choices = [
    ...roles.map((role) => ({ key: role, ...roleWords[role] })),
    ...(none === undefined ? [] : [{ key: 'none' as const, ...none }]),
  ];
  return (
    <Radio.Group
      {...(id === undefined ? {} : { id })}
      className="roles"
      aria-label={label}
      value={value ?? null}
      onChange={({ target }) => {
        const chosen = choices.find(({ key }) => key === target.value);
        if (chosen !== undefined) onChange?.(chosen.key);
      }}
    >
      {choices.map(({ key, name, may }) => (
        <Radio key={key} value={key}>
          {name}
          <span className="may">{may}</span>
        </Radio>
      ))}
    </Radio.Group>
  );
}
