import { Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { shellWords } from '../words/shell.vi.ts';

const { leave: words } = shellWords;

/** Asks before she leaves with something the server does not have. `<LeaveGuard unsaved={autosave.unsaved} />` */
export function LeaveGuard({ unsaved }: { readonly unsaved: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
  useEffect(() => {
    // Saved while the question stood there: nothing is left to ask.
    if (blocker.state === 'blocked' && !unsaved) blocker.proceed();
  }, [blocker, unsaved]);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={words.title}
      okText={words.stay}
      cancelText={words.go}
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.proceed?.()}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      <p>{words.more}</p>
    </Modal>
  );
}
