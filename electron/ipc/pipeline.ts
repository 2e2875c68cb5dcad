import { type ChannelName, type Contract, contract, type Output, type Parsed } from '@shared/contract';
import {
  type AppError,
  type ErrorCode,
  type FieldError,
  fail,
  ok,
  Refusal,
  type Result,
} from '@shared/contract/result';
import { can } from '@shared/domain/kernel/permissions';
import { type ChangedEntity, type CommandQueue, runDraftWrite, runTransaction } from '../db/unit-of-work';
import type { Jobs } from '../jobs/jobs';
import type { OpenSession, SessionHolder } from '../platform/accounts/session';
import { currentStanding, GONE } from '../platform/accounts/standing';
import type { Resources } from '../platform/resources/resources';
import { jobsAtWork, portsAtWork, takeOutWith } from './at-work';
import { findBrokenText } from './broken-text';
import type { Clock } from './clock';
import type {
  BaseContext,
  CommandContext,
  ContextOf,
  Contexts,
  Handler,
  Handlers,
  JobContext,
  Ports,
} from './context';

/** Channels that work before a file is open; they get the holder instead of a session. */
export type PublicHandlers<C extends ChannelName = ChannelName> = {
  readonly [K in C]?: (holder: SessionHolder, input: Parsed<K>) => Promise<Output<K>>;
};

export type PipelineParts = {
  readonly handlers: Partial<Handlers>;
  readonly publicHandlers: PublicHandlers;
  readonly holder: SessionHolder;
  readonly queue: CommandQueue;
  readonly clock: Clock;
  readonly resources: () => Resources;
  readonly ports: Ports;
  readonly jobs: Jobs;
  readonly onChanged: (changed: readonly ChangedEntity[]) => void;
  /** For the log file: code, channel and stack, never input or data. */
  readonly onFault: (channel: string, error: unknown) => void;
  /** The account was taken away under an open session. The window keeps what is typed before it locks. */
  readonly onAccountGone?: () => void;
};

/** Before an account has a password of its own, it may set one and nothing else. */
const FOR_FIRST_PASSWORD: readonly ChannelName[] = ['accounts.password.change'];
/** What was typed is kept also for an account that was taken away a moment ago. */
const FOR_GONE: readonly ChannelName[] = ['drafts.save'];

const LOCKED = '程序已锁定，请先登录。';
/** What a connection without its key, or a thread that was ended, gives for a reason. */
const SAID_OF_A_CLOSED_FILE: readonly ErrorCode[] = ['DATABASE_DAMAGED', 'CANCELLED'];

/** The one road of every call: channel known → parse → unlocked → permitted → run → Result. Never throws. */
export function createPipeline(
  parts: PipelineParts,
): (channel: unknown, input: unknown) => Promise<Result<unknown>> {
  return async (channel, input) => {
    if (typeof channel !== 'string' || !Object.hasOwn(contract, channel)) {
      return fail('UNKNOWN_CHANNEL', '没有这项操作，请重新打开程序。');
    }
    const name = channel as ChannelName;
    try {
      return await handle(parts, name, input);
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: toAppError(error) };
      parts.onFault(name, error);
      return fail('INTERNAL', '操作没有完成，数据没有改变。请重试；仍不成功时请在帮助中查看处理办法。');
    }
  };
}

async function handle<C extends ChannelName>(
  parts: PipelineParts,
  name: C,
  raw: unknown,
): Promise<Result<unknown>> {
  const channel = contract[name];
  const parsed = channel.input.safeParse(raw);
  if (!parsed.success) return fail('BAD_INPUT', '有内容需要修改后再提交。', fieldErrors(parsed.error.issues));
  const broken = findBrokenText(parsed.data);
  if (broken !== null) {
    return fail('BAD_INPUT', '有内容带有无法识别的字符，请删除乱码后重新填写。', [
      { field: broken, message: '带有无法识别的字符，请删除后重新填写' },
    ]);
  }
  // The one place where a name becomes a schema and a handler: TypeScript sees what all schemas may give, not this one's.
  const input = parsed.data as Parsed<C>;

  const publicHandler = parts.publicHandlers[name];
  if (publicHandler) return ok(channel.output.parse(await publicHandler(parts.holder, input)));

  const session = parts.holder.current();
  if (!session) return fail('LOCKED', LOCKED);
  const handler: Handler<C> | undefined = parts.handlers[name];
  if (!handler) throw new Error(`no handler for ${name}`);
  // Judged inside the transaction: a command whose answer breaks the contract commits nothing.
  try {
    const kind: Contract[C]['kind'] = channel.kind;
    const run = async (ctx: ContextOf<C>) => channel.output.parse(await handler(ctx, input));
    return ok(await runnersOf(parts, session, name)[kind](run));
  } catch (error) {
    const now = parts.holder.current();
    const isSaid = error instanceof Refusal && !SAID_OF_A_CLOSED_FILE.includes(error.code);
    if (isSaid || now === session) throw error;
    // The lock fell meanwhile: its connection is closed and its key zeroed, and that is neither fault nor damage.
    if (now?.login !== session.login) return fail('LOCKED', LOCKED);
    // The file was exchanged while it was reading: it is asked once more, of the new one.
    if (channel.kind === 'query') return handle(parts, name, raw);
    throw error;
  }
}

/** Who calls, read anew at each call. Refuses an account that is gone, may not, or has no password of its own yet. */
async function admit(parts: PipelineParts, session: OpenSession, name: ChannelName): Promise<BaseContext> {
  const standing = await currentStanding(session, parts.clock.today());
  if (!standing && !FOR_GONE.includes(name)) {
    stopGone(parts);
    throw new Refusal('LOCKED', GONE);
  }
  const account = standing ?? { ...session.account, standsInFor: [] };
  if (!can(account.roles, contract[name].permission)) {
    throw new Refusal('FORBIDDEN', '当前账号没有这项操作的权限，请联系管理员。');
  }
  if (standing?.mustChangePassword && !FOR_FIRST_PASSWORD.includes(name)) {
    throw new Refusal('FORBIDDEN', '请先设置自己的密码，再使用其他功能。');
  }
  return { clock: parts.clock, resources: parts.resources(), account };
}

function stopGone(parts: PipelineParts): void {
  if (parts.onAccountGone) {
    parts.onAccountGone();
    return;
  }
  parts.holder.expectLock('account');
  void parts.queue.run(parts.holder.close);
}

/** A handler with its input in hand, waiting for what its kind of channel gives it. */
type Run<K extends Kind> = (ctx: Contexts[K]) => Promise<unknown>;
type Kind = keyof Contexts;

/** How each kind of channel runs. */
function runnersOf(
  parts: PipelineParts,
  session: OpenSession,
  name: ChannelName,
): { readonly [K in Kind]: (run: Run<K>) => Promise<unknown> } {
  const transact = async <T>(base: BaseContext, work: (ctx: CommandContext) => Promise<T>): Promise<T> => {
    const { id, displayName } = base.account;
    const actor = { accountId: id, accountName: displayName, channel: name };
    const { kysely } = presentSession(parts, session);
    const { value, changed } = await runTransaction(kysely, actor, parts.clock.now, (transaction) =>
      work({ ...base, ...transaction, db: transaction.tx }),
    );
    parts.onChanged(changed);
    return value;
  };

  return {
    query: async (run) => {
      const base = await admit(parts, session, name);
      const shown: { entity: string; entityId: number | null; summary: string }[] = [];
      const value = await run({
        ...base,
        db: session.reader.db,
        shown: (entity, entityId, summary) => shown.push({ entity, entityId, summary }),
      });
      if (contract[name].audit === 'sensitive' || shown.length > 0) {
        const entries = shown.length > 0 ? shown : [{ entity: name, entityId: null, summary: '查看' }];
        await parts.queue.run(() =>
          transact(base, async ({ audit }) => {
            for (const entry of entries) await audit(entry);
          }),
        );
      }
      return value;
    },
    // It takes its place in the queue at once: a lock that is asked for later falls after it.
    command: (run) =>
      parts.queue.run(async () => transact(await admit(parts, presentSession(parts, session), name), run)),
    job: async (run) => {
      const base = await admit(parts, session, name);
      const requirePresent = () => void presentSession(parts, session);
      const command: JobContext['command'] = (work) => parts.queue.run(() => transact(base, work));
      return run({
        ...base,
        db: session.reader.db,
        ports: portsAtWork(parts.ports, requirePresent),
        jobs: jobsAtWork(parts.jobs, requirePresent),
        session,
        command,
        takeOut: takeOutWith((entry) => command(({ audit }) => audit(entry)), requirePresent),
        exclusive: (work) =>
          parts.queue.run(async () => {
            requirePresent();
            return work();
          }),
        exchange: parts.holder.exchange,
        lock: parts.holder.close,
        changed: (entity, id) => parts.onChanged([{ entity, id }]),
        saveDraft: (work) =>
          parts.queue.run(() => runDraftWrite(presentSession(parts, session).kysely, work)),
      });
    },
  };
}

/** The login may have been locked, or its file exchanged, while a command waited for its turn. */
function presentSession(parts: PipelineParts, session: OpenSession): OpenSession {
  const now = parts.holder.current();
  if (now?.login !== session.login) throw new Refusal('LOCKED', LOCKED);
  return now;
}

function toAppError(refusal: Refusal): AppError {
  return refusal.fields.length > 0
    ? { code: refusal.code, message: refusal.message, fields: refusal.fields }
    : { code: refusal.code, message: refusal.message };
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** zod's English defaults never reach the screen: only messages of ours (they contain Chinese) pass. */
function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return issues.slice(0, 50).map((issue) => ({
    field: issue.path.map(String).join('.'),
    message: /[一-鿿]/.test(issue.message) ? issue.message : '内容不符合要求，请检查后重新填写。',
  }));
}
