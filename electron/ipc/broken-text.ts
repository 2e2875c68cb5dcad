/**
 * UTF-8 holds no half of a surrogate pair: such a text comes back from the file as another one, and the audit chain
 * would look forged. NUL ends a text for SQL's length(). Forms clean and judge everything else field by field.
 */
const isBroken = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** @returns the path of the first text that cannot be kept as it is, keys included; null when there is none */
export function findBrokenText(value: unknown, path: readonly string[] = []): string | null {
  if (typeof value === 'string') return isBroken(value) ? path.join('.') : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    if (isBroken(key)) return path.join('.');
    const found = findBrokenText(item, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}
