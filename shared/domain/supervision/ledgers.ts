/** Columns of the ledgers a county union keeps. The repository makes the rows; keys are its column names. */

/** How a column is written in Excel; text when absent. Dates are civil dates, money is in 元. */
export type LedgerFormat = 'date' | 'number' | 'money';
export type LedgerColumn = {
  readonly key: string;
  readonly label: string;
  readonly isNumber: boolean;
  readonly format?: LedgerFormat;
};
export type Ledger = {
  readonly key: string;
  readonly label: string;
  readonly columns: readonly LedgerColumn[];
};

const text = (key: string, label: string): LedgerColumn => ({ key, label, isNumber: false });
const date = (key: string, label: string): LedgerColumn => ({ key, label, isNumber: false, format: 'date' });
const number = (key: string, label: string): LedgerColumn => ({
  key,
  label,
  isNumber: true,
  format: 'number',
});
const money = (key: string, label: string): LedgerColumn => ({ key, label, isNumber: true, format: 'money' });
const seq = number('seq', '序号');

export const LEDGERS = [
  {
    key: 'clues',
    label: '线索台账',
    columns: [
      seq,
      text('clueNo', '线索号'),
      date('receivedOn', '日期'),
      text('source', '来源'),
      text('employerName', '单位'),
      text('violations', '类型'),
      number('workersTotal', '人数'),
      text('decision', '受理/不予受理/转办'),
      text('handlerName', '责任人'),
      text('destination', '去向'),
      text('result', '结果'),
      date('toldOn', '告知日期'),
    ],
  },
  {
    key: 'letters',
    label: '“一函两书”台账',
    columns: [
      seq,
      text('kindLabel', '文种'),
      text('documentNo', '文号'),
      date('signedOn', '成文日期'),
      text('signerName', '签发人'),
      text('employerName', '用人单位'),
      text('uscc', '统一社会信用代码'),
      text('industry', '行业'),
      text('town', '乡镇（街道）'),
      text('hasUnion', '建会情况'),
      text('violations', '问题类型'),
      number('workersTotal', '涉及职工数'),
      money('amountYuan', '金额（元）'),
      date('servedOn', '送达日期'),
      text('serviceMethod', '送达方式'),
      text('replyTerm', '答复期限'),
      date('dueOn', '应答复日'),
      date('repliedOn', '实际答复日'),
      text('isInTime', '是否按期'),
      text('rectified', '整改情况'),
      date('rectifiedOn', '整改完成日'),
      money('recoveredYuan', '补发/补缴金额（元）'),
      text('nextDocumentNo', '后续文书（文号）'),
      text('department', '移送部门'),
      text('result', '结果'),
      text('handlerName', '承办人'),
      text('archiveNo', '归档号'),
      text('note', '备注'),
    ],
  },
  {
    key: 'service',
    label: '送达台账',
    columns: [
      seq,
      text('documentNo', '文号'),
      text('title', '文书名称'),
      text('addressee', '受送达人'),
      text('serviceMethod', '送达方式'),
      date('servedOn', '送达日期'),
      text('outcome', '送达结果'),
      text('receiver', '签收人（职务）'),
      text('servers', '送达人'),
      text('proofNo', '回证、邮件或者影像编号'),
    ],
  },
  {
    key: 'deadlines',
    label: '到期预警台账',
    columns: [
      seq,
      text('caseNo', '案号'),
      text('employerName', '单位'),
      text('label', '事项'),
      text('documentNo', '文号'),
      date('startOn', '起算日'),
      date('dueOn', '到期日'),
      number('daysLeft', '剩余工作日'),
      text('status', '状态'),
      text('handlerName', '承办人'),
    ],
  },
  {
    key: 'transfers',
    label: '移送与协作台账',
    columns: [
      seq,
      text('caseNo', '案号'),
      text('documentNo', '文号'),
      text('organ', '接收机关'),
      date('transferredOn', '移送日期'),
      text('conditions', '移送情形'),
      text('employerName', '单位'),
      text('matter', '事项'),
      date('feedbackOn', '反馈日期'),
      text('feedback', '反馈结果'),
    ],
  },
  {
    key: 'supervisors',
    label: '监督员名册',
    columns: [
      seq,
      text('name', '姓名'),
      text('unit', '单位'),
      text('certificateNo', '证号'),
      text('issuedBy', '发证单位'),
      text('validFrom', '有效期起'),
      text('validTo', '有效期止'),
      text('standing', '状态'),
      text('training', '培训记录'),
    ],
  },
  {
    key: 'publicReminders',
    label: '公开提示函台账',
    columns: [
      seq,
      text('documentNo', '文号'),
      text('title', '标题'),
      date('signedOn', '成文日期'),
      date('publishedOn', '发布日期'),
      text('channel', '发布渠道'),
      text('url', '网址'),
      text('handlerName', '承办人'),
    ],
  },
  {
    key: 'models',
    label: '典型案例台账',
    columns: [
      seq,
      text('caseNo', '案号'),
      text('alias', '案例名称（脱敏）'),
      text('violations', '问题类型'),
      text('measures', '监督措施'),
      text('result', '结果'),
      number('workersTotal', '涉及职工数'),
      money('recoveredYuan', '挽回金额（元）'),
      date('closedOn', '结案日期'),
    ],
  },
  {
    key: 'seals',
    label: '用印登记',
    columns: [
      seq,
      date('sealedOn', '用印日期'),
      text('documentNo', '文号'),
      text('title', '文书名称'),
      number('copies', '份数'),
      text('approver', '批准人'),
      text('keeper', '用印人'),
      text('registerNo', '登记号'),
    ],
  },
  {
    key: 'archive',
    label: '归档移交清单',
    columns: [
      seq,
      text('archiveNo', '档号'),
      text('caseNo', '案号'),
      text('title', '案由'),
      date('closedOn', '结案日期'),
      date('archivedOn', '归档日期'),
      number('pageCount', '页数'),
      text('retention', '保管期限'),
      text('secrecy', '利用限制'),
      text('box', '盒号'),
      text('note', '备注'),
    ],
  },
] as const satisfies readonly Ledger[];

export type LedgerKey = (typeof LEDGERS)[number]['key'];

export const findLedger = (key: string): Ledger | undefined => LEDGERS.find((ledger) => ledger.key === key);
