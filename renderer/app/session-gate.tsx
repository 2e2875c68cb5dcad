import { useQueryClient } from '@tanstack/react-query';
import { Button, Result, Spin } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { flushAllDrafts } from '../case-kit/draft-store';
import { refreshAfterEvent } from '../lib/invalidation';
import { invoke, onAppEvent } from '../lib/invoke';
import { type Door, type Session, SessionContext, type SessionStatus } from '../lib/session';
import { ClosingNotice } from '../platform/backup/closing-notice';
import { DamageWatch } from '../platform/backup/damage-watch';
import { RestoreLink } from '../platform/backup/restore-link';
import { FirstRunPage } from './first-run-page';
import { LoginPage } from './login-page';

const loadPages = async () => ({ default: (await import('./pages')).Pages });

/** Not needed to log in: read while the password is typed. */
const Pages = lazy(loadPages);

/** Hardly ever needed. */
const Doors = lazy(async () => ({ default: (await import('../platform/backup/doors')).Doors }));

/** Decides what there is to see: first run, login, or the program. */
export function SessionGate() {
  const client = useQueryClient();
  const [status, setStatus] = useState<SessionStatus | null>(null);
  const [failure, setFailure] = useState('');
  const [door, setDoor] = useState<Door | null>(null);

  const accept = useCallback(
    (next: SessionStatus) => {
      if (next.state !== 'open') client.clear();
      setStatus(next);
    },
    [client],
  );
  const load = useCallback(async () => {
    const result = await invoke('session.status', {});
    if (result.ok) accept(result.value);
    setFailure(result.ok ? '' : result.error.message);
  }, [accept]);

  useEffect(() => void load(), [load]);
  const isThere = status !== null;
  useEffect(() => {
    if (isThere) requestIdleCallback(() => void loadPages());
  }, [isThere]);
  useEffect(
    () =>
      onAppEvent((event) => {
        if (event.type === 'locked') void load();
        else refreshAfterEvent(client, event);
      }),
    [client, load],
  );

  const session = useMemo<Session | null>(() => {
    if (!status) return null;
    const lock = async () => {
      await flushAllDrafts();
      const result = await invoke('session.lock', {});
      if (result.ok) accept(result.value);
    };
    return { status, accept, lock, openDoor: setDoor };
  }, [status, accept]);

  if (failure) {
    return (
      <Result
        status="info"
        title="程序没有准备好"
        subTitle={failure}
        extra={
          <Button type="primary" onClick={() => void load()}>
            重试
          </Button>
        }
      />
    );
  }
  if (!session) return <Spin className="whole-page-spin" description="正在打开" />;
  return (
    <SessionContext value={session}>
      <Suspense>{door ? <Doors door={door} /> : <State state={session.status.state} />}</Suspense>
      <ClosingNotice />
    </SessionContext>
  );
}

function State({ state }: Pick<SessionStatus, 'state'>) {
  if (state === 'open') {
    return (
      <DamageWatch>
        <Pages />
      </DamageWatch>
    );
  }
  return (
    <>
      {state === 'new' ? <FirstRunPage /> : <LoginPage />}
      <RestoreLink />
    </>
  );
}
