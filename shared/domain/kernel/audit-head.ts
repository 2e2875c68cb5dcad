/** The last row of the audit log: whoever remembers it notices when the log is cut or rewritten. */
export type AuditHead = { readonly seq: number; readonly hash: string };

/** A head somebody outside the file remembers, with the instant of its row. */
export type RememberedHead = AuditHead & { readonly at: string };

/** As printed and read aloud: 64 of the 256 bits, in groups of four. */
export const shortHash = (hash: string): string =>
  hash
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');

/** 操作日志第 1,204 条，校验值 3F2A-91C4-7B0D-E8A6 */
export const auditHeadText = ({ seq, hash }: AuditHead): string =>
  `操作日志第 ${seq.toLocaleString('zh-CN')} 条，校验值 ${shortHash(hash)}`;
