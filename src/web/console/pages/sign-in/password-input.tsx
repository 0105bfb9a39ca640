import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { signInWords } from '../../words/sign-in.vi.ts';

interface PasswordInputProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (event: React.ChangeEvent<HTMLInputElement>) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly autoFocus?: boolean;
  readonly 'aria-required'?: 'true';
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

/** A password, with a button that the keyboard reaches to look at it. */
export function PasswordInput({ autoFocus, ...props }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  const label = shown ? signInWords.hide : signInWords.show;
  return (
    <Space.Compact block>
      <Input
        {...props}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={1000}
        ref={autoFocus === true ? focusOnce : null}
      />
      <Button
        icon={shown ? <EyeInvisibleOutlined aria-hidden /> : <EyeOutlined aria-hidden />}
        aria-label={label}
        aria-pressed={shown}
        title={label}
        onClick={() => setShown(!shown)}
      />
    </Space.Compact>
  );
}

/** The step before it went away with its focus. */
const focusOnce = (input: { readonly focus: () => void } | null): void => input?.focus();
