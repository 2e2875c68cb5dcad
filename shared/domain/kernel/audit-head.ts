/** The last row of the audit log: whoever remembers it notices when the log is cut or rewritten. */
export type AuditHead = { readonly seq: number; readonly hash: string };

/** A head somebody outside the file remembers, with the instant of its row. */
export type RememberedHead = AuditHead & {
  readonly at: string;
  /** The program itself put another file in this place, whose log ends here: what was remembered before need not be in it. */
  readonly begins?: true;
};

/** As printed and read aloud: 64 of the 256 bits, in groups of four. */
export const shortHash = (hash: string): string =>
  hash
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');

/** 操作日志第 1,204 条，校验值 3F2A-91C4-7B0D-E8A6 */
export const auditHeadText = ({ seq, hash }: AuditHead): string =>
  `操作日志第 ${seq.toLocaleString('zh-CN')} 条，校验值 ${shortHash(hash)}`;

/** What a check of the log found wrong, in words; nothing when it is whole. */
export function logTroubles(found: {
  readonly brokenAt: number | null;
  readonly missingTriggers: readonly string[];
  readonly lostHead: AuditHead | null;
}): string[] {
  return [
    ...(found.brokenAt === null ? [] : [`操作日志从第 ${found.brokenAt} 条起与校验值不符`]),
    ...(found.missingTriggers.length === 0 ? [] : ['禁止修改和删除操作日志的保护被移除或改动过']),
    ...(found.lostHead === null
      ? []
      : [`本机记得操作日志到过第 ${found.lostHead.seq} 条，现在的资料里没有这一条`]),
  ];
}
