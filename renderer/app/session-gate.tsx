import type { AppEvent } from '@shared/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Result, Spin } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushAllDrafts, forgetDrafts } from '../case-kit/draft-store';
import { CopiesNotice } from '../case-kit/evidence-panel/copies-notice';
import { refreshAfterEvent } from '../lib/invalidation';
import { invoke, onAppEvent } from '../lib/invoke';
import { type Door, type Session, SessionContext, type SessionStatus } from '../lib/session';
import { ClosingNotice } from '../platform/backup/closing-notice';
import { DamageWatch } from '../platform/backup/damage-watch';
import { DemoBand } from './demo-band';
import { DoorOffers } from './door-offers';
import { FirstPasswordPage } from './first-password-page';
import { FirstRunPage } from './first-run-page';
import { FirstRunSteps } from './first-run-steps';
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

  /** What is said instead of the page while it gives way to another. */
  const [leaving, setLeaving] = useState('');
  const [firstPassword, setFirstPassword] = useState<string | null>(null);
  const openedBy = useRef<number | null>(null);
  /** From then on this page only waits for its end. */
  const isEnding = useRef(false);

  const accept = useCallback(
    (next: SessionStatus) => {
      setLeaving('');
      if (next.state === 'open') {
        const id = next.account?.id ?? null;
        // The same person comes back to the same page; for another one the day begins on the first.
        if (openedBy.current !== null && openedBy.current !== id) window.location.hash = '#/';
        openedBy.current = id;
      } else {
        client.clear();
        forgetDrafts();
        setFirstPassword(null);
      }
      setStatus(next);
    },
    [client],
  );
  const load = useCallback(async () => {
    if (isEnding.current) return;
    const result = await invoke('session.status', {});
    if (result.ok) accept(result.value);
    setFailure(result.ok ? '' : result.error.message);
  }, [accept]);

  const lockNow = useCallback(async () => {
    setLeaving('正在锁定');
    await flushAllDrafts();
    const result = await invoke('session.lock', {});
    if (result.ok) accept(result.value);
    else await load();
  }, [accept, load]);

  const changeOffice = useCallback(
    async (isDemo: boolean) => {
      isEnding.current = true;
      setLeaving(isDemo ? '正在打开演示资料' : '正在回到正式资料');
      await flushAllDrafts();
      const result = await invoke('session.office.change', { isDemo });
      if (result.ok) return;
      isEnding.current = false;
      await load();
    },
    [load],
  );

  useEffect(() => void load(), [load]);
  const isThere = status !== null;
  useEffect(() => {
    if (isThere) requestIdleCallback(() => void loadPages());
  }, [isThere]);
  useEffect(
    () =>
      onAppEvent((event) => {
        if (event.type === 'locked') void load();
        else if (event.type === 'locking') void lockNow();
        else {
          refreshAfterEvent(client, event);
          if (concernsAccounts(event)) void load();
        }
      }),
    [client, load, lockNow],
  );

  const session = useMemo<Session | null>(() => {
    if (!status) return null;
    return { status, accept, lock: lockNow, changeOffice, openDoor: setDoor };
  }, [status, accept, lockNow, changeOffice]);

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
  // What stands on the screen goes at once, also while the last draft is still being written.
  if (leaving) return <Spin className="whole-page-spin" description={leaving} />;
  return (
    <SessionContext value={session}>
      {/* Questions and notices stand in here: those of one login go with it and never ask the next one. */}
      <App key={door ?? session.status.state} className="app-root" message={{ maxCount: 2, top: 4 }}>
        <DemoBand>
          <Suspense>{door ? <Doors door={door} /> : pageOf(session.status)}</Suspense>
        </DemoBand>
      </App>
      <ClosingNotice />
      <CopiesNotice />
    </SessionContext>
  );

  function pageOf({ state, account }: SessionStatus) {
    if (state !== 'open') {
      return (
        <>
          {state === 'new' ? (
            <FirstRunPage
              onCreated={(next, password) => {
                setFirstPassword(password);
                accept(next);
              }}
            />
          ) : (
            <LoginPage />
          )}
          <DoorOffers />
        </>
      );
    }
    if (firstPassword !== null) {
      return <FirstRunSteps password={firstPassword} onDone={() => setFirstPassword(null)} />;
    }
    if (account?.mustChangePassword) return <FirstPasswordPage onDone={() => void load()} />;
    return (
      <DamageWatch>
        <Pages />
      </DamageWatch>
    );
  }
}

/** Roles, delegations or the account itself: what the session may do is read again. */
const concernsAccounts = (event: AppEvent): boolean =>
  event.type === 'changed' && event.entities.some(({ entity }) => entity === 'account');
