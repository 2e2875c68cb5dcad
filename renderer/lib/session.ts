import type { Output } from '@shared/contract';
import { createContext, useContext } from 'react';

export type SessionStatus = Output<'session.status'>;

/** restore: from a backup. damage: what to do with a file that cannot be trusted. */
export type Door = 'restore' | 'damage';

export type Session = {
  readonly status: SessionStatus;
  /** Takes over what session.create, session.unlock or session.lock answered. */
  readonly accept: (status: SessionStatus) => void;
  /** Shows a page that works without an open file; null: back to where the session is. */
  readonly openDoor: (door: Door | null) => void;
  /** Keeps what is typed, then locks. */
  readonly lock: () => Promise<void>;
  /** Keeps what is typed, locks, and opens 演示 or the real office in a window of its own. */
  readonly changeOffice: (isDemo: boolean) => Promise<void>;
};

export const SessionContext = createContext<Session | null>(null);

/** The unlocked session. Only inside the gate. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside the session gate');
  return session;
}

/** Civil date of the machine, YYYY-MM-DD. */
export const useToday = (): string => useSession().status.today;
