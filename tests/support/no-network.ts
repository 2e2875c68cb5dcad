import { Socket } from 'node:net';

/**
 * The application never talks to a network, so neither may its tests: a call that slips in fails at once
 * instead of working on a developer's machine only. Pipes and Unix sockets stay allowed (the test runner
 * itself uses them).
 */
const connect = Socket.prototype.connect;

Socket.prototype.connect = function guarded(this: Socket, ...args: unknown[]): Socket {
  if (opensPipe(args)) return Reflect.apply(connect, this, args) as Socket;
  throw new Error('A test tried to open a network connection');
} as typeof connect;

function opensPipe(args: unknown[]): boolean {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'string') return Number.isNaN(Number(first));
  return (
    typeof first === 'object' && first !== null && typeof (first as { path?: unknown }).path === 'string'
  );
}
