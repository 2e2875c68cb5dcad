import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import {
  derive,
  isCheaper,
  type KeyCost,
  type ScryptParameters,
  type Sealed,
  seal,
  unseal,
  withSalt,
} from './secret';

/**
 * One way into the file: a key pair (X25519) of its own. A password, or the recovery code, opens the private half; the
 * data key is sealed to the public half. So the data key can be changed for everybody without knowing one password, and
 * a password without touching the data key.
 */
export type Slot = {
  readonly kind: 'account' | 'recovery';
  /** Login name; `recovery` for the unit's recovery code. */
  readonly owner: string;
  readonly scrypt: ScryptParameters;
  readonly publicKey: string;
  readonly privateKey: Sealed;
  readonly dataKey: Sealed & { readonly ephemeralKey: string };
};
export type SlotName = Pick<Slot, 'kind' | 'owner'>;

export const RECOVERY_SLOT: SlotName = { kind: 'recovery', owner: 'recovery' };
export const isSlot = (slot: SlotName, name: SlotName): boolean =>
  slot.kind === name.kind && slot.owner === name.owner;

export const createDataKey = (): Buffer => randomBytes(32);

/** A new key pair for one owner, its private half under the secret, the data key sealed to it. */
export async function createSlot(
  dataKey: Buffer,
  name: SlotName,
  secret: string,
  cost: KeyCost,
): Promise<Slot> {
  const pair = generateKeyPairSync('x25519');
  const publicKey = toText(pair.publicKey);
  const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'der' });
  const locked = await lockPrivateKey(privateKey, { ...name, publicKey }, secret, cost);
  privateKey.fill(0);
  return { ...locked, dataKey: sealDataKey(dataKey, { ...name, publicKey }) };
}

export type OpenedSlot = {
  readonly dataKey: Buffer;
  /** The slot as it should be stored: with today's cost where it had less. */
  readonly slot: Slot;
};

/** @returns null when the secret does not fit */
export async function openSlot(slot: Slot, secret: string, cost: KeyCost): Promise<OpenedSlot | null> {
  const privateKey = await unlockPrivateKey(slot, secret);
  if (!privateKey) return null;
  const dataKey = unsealDataKey(slot, privateKey);
  if (dataKey && isCheaper(slot.scrypt, cost)) {
    const raised = { ...(await lockPrivateKey(privateKey, slot, secret, cost)), dataKey: slot.dataKey };
    privateKey.fill(0);
    return { dataKey, slot: raised };
  }
  privateKey.fill(0);
  return dataKey && { dataKey, slot };
}

/** The same key pair under another secret. @returns null when the former one does not fit */
export async function changeSecret(
  slot: Slot,
  former: string,
  next: string,
  cost: KeyCost,
): Promise<Slot | null> {
  const privateKey = await unlockPrivateKey(slot, former);
  if (!privateKey) return null;
  const locked = await lockPrivateKey(privateKey, slot, next, cost);
  privateKey.fill(0);
  return { ...locked, dataKey: slot.dataKey };
}

/** The same owner and secret, another data key. */
export const resealSlot = (slot: Slot, dataKey: Buffer): Slot => ({
  ...slot,
  dataKey: sealDataKey(dataKey, slot),
});

type PublicSlot = SlotName & { readonly publicKey: string };

const contextOf = ({ kind, owner, publicKey }: PublicSlot): string => `${kind}:${owner}:${publicKey}`;

async function lockPrivateKey(
  privateKey: Buffer,
  { kind, owner, publicKey }: PublicSlot,
  secret: string,
  cost: KeyCost,
): Promise<Omit<Slot, 'dataKey'>> {
  const scrypt = withSalt(cost);
  const key = await derive(secret, scrypt);
  const sealed = seal(key, contextOf({ kind, owner, publicKey }), privateKey);
  key.fill(0);
  return { kind, owner, scrypt, publicKey, privateKey: sealed };
}

async function unlockPrivateKey(slot: Slot, secret: string): Promise<Buffer | null> {
  const key = await derive(secret, slot.scrypt);
  const privateKey = unseal(key, contextOf(slot), slot.privateKey);
  key.fill(0);
  return privateKey;
}

function sealDataKey(dataKey: Buffer, slot: PublicSlot): Slot['dataKey'] {
  const ephemeral = generateKeyPairSync('x25519');
  const ephemeralKey = toText(ephemeral.publicKey);
  const key = agree(ephemeral.privateKey, toPublicKey(slot.publicKey), ephemeralKey, slot.publicKey);
  const sealed = seal(key, contextOf(slot), dataKey);
  key.fill(0);
  return { ...sealed, ephemeralKey };
}

function unsealDataKey(slot: Slot, privateKey: Buffer): Buffer | null {
  const own = createPrivateKey({ key: privateKey, type: 'pkcs8', format: 'der' });
  const { ephemeralKey } = slot.dataKey;
  try {
    const key = agree(own, toPublicKey(ephemeralKey), ephemeralKey, slot.publicKey);
    const dataKey = unseal(key, contextOf(slot), slot.dataKey);
    key.fill(0);
    return dataKey;
  } catch {
    // A forged point on which no two halves agree: like any other forgery it opens nothing.
    return null;
  }
}

/** Both halves agree on a key, which is bound to the two public keys it came from. */
function agree(own: KeyObject, other: KeyObject, ephemeralKey: string, publicKey: string): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: other });
  const salt = Buffer.concat([Buffer.from(ephemeralKey, 'base64'), Buffer.from(publicKey, 'base64')]);
  const key = Buffer.from(hkdfSync('sha256', shared, salt, 'union-casework data key', 32));
  shared.fill(0);
  return key;
}

const toText = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64');
const toPublicKey = (text: string): KeyObject =>
  createPublicKey({ key: Buffer.from(text, 'base64'), type: 'spki', format: 'der' });
