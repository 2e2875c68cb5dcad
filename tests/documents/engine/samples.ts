import type {
  Cell,
  PaperModel,
  Paragraph,
  ParagraphRole,
  Row,
  Run,
  Table,
} from '@shared/domain/papers/model';

/** Papers of every layout, with invented names, for layout tests. */

const runs = (text: string): Run[] => [{ text }];
const paragraph = (role: ParagraphRole, text: string, key?: string): Paragraph => ({
  type: 'paragraph',
  role,
  runs: runs(text),
  key,
});
const body = (text: string) => paragraph('body', text);
const label = (text: string, span: Partial<Cell> = {}): Cell => ({
  lines: [runs(text)],
  isLabel: true,
  ...span,
});
const value = (text: string, span: Partial<Cell> = {}): Cell => ({
  lines: text.split('\n').map(runs),
  ...span,
});

const base = {
  documentNo: null,
  attachments: [],
  copiesTo: [],
  appendices: [],
  letterhead: '',
} as const;

/** 工会劳动法律监督提示函, 信函格式. */
export const reminderLetter: PaperModel = {
  ...base,
  layout: 'letter',
  letterhead: '安溪县总工会',
  documentNo: '安工劳监提〔2026〕3号',
  title: '工会劳动法律监督提示函',
  addressee: '安溪湾精工机械有限公司',
  blocks: [
    body(
      '我会在履行劳动法律监督职责过程中，了解到你单位在工作时间、加班工资支付等方面可能存在与劳动法律法规要求不一致的情况。为预防和化解劳动用工风险，维护职工合法权益，现将有关事项提示如下。',
    ),
    paragraph('heading1', '一、了解到的有关情况'),
    paragraph('body', '（一）2026年6月至8月，部分车间排班每日工作时间超过十小时；', 'fact-1'),
    paragraph('body', '（二）同期部分岗位加班工资核算基数不明确。', 'fact-2'),
    body('上述情况系初步了解，请你单位结合实际予以核对。'),
    paragraph('heading1', '二、相关法律规定'),
    body('《中华人民共和国劳动法》第三十六条、第四十一条、第四十四条；《工资支付暂行规定》第十三条。'),
    paragraph('heading1', '三、提示事项'),
    body('（一）请对照上述规定组织自查，重点核查排班、考勤与加班工资计发；'),
    body('（二）对自查发现的问题及时改正，并完善加班审批和公示制度；'),
    body('（三）请妥善听取职工意见，不得因职工表达诉求而作出不利处理。'),
    body(
      '请你单位自收到本函之日起15日内，将自查情况及改正措施以书面形式回复我会，并加盖单位印章。逾期未回复或者问题仍未改正的，我会将根据有关规定视情发出《工会劳动法律监督意见书》。',
    ),
    body('联系人：王敏　联系电话：0595-00000000　通信地址：安溪县凤城镇工人路1号'),
    body('特此提示。'),
  ],
  attachments: ['《整改反馈函》参考格式'],
  signature: { issuer: '安溪县总工会', signedOn: '2026-09-10', hasSeal: true },
};

/** The same letter before it is signed: missing fields, watermark, no number. */
export const draftLetter: PaperModel = {
  ...reminderLetter,
  documentNo: null,
  addressee: '',
  blocks: [
    ...reminderLetter.blocks,
    {
      type: 'paragraph',
      role: 'body',
      runs: [
        { text: '补充说明：涉及职工' },
        { text: '', field: 'workers', isMissing: true },
        { text: '人，其中' },
        { text: '女职工', isBold: true },
        {
          text: '\t含制表符、控制\u0007字符、<标记>&"引号"\n换行后另起一段，以及很长的词：https://example.invalid/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa。',
        },
      ],
    },
  ],
  signature: { issuer: '安溪县总工会', signedOn: null, hasSeal: true },
  watermark: '草稿',
};

const problemList: Table = {
  type: 'table',
  columns: [5, 12, 24, 20, 20, 12, 12, 14],
  headerRows: 1,
  rows: [
    {
      cells: ['序号', '问题', '事实要点', '法律依据', '整改要求', '完成时限', '佐证材料', '用人单位答复'].map(
        (text) => value(text),
      ),
    },
    problemRow(
      '1',
      '超时加班',
      '2026年6月至8月，冲压、装配两个车间共126名职工每月加班超过36小时，最长62小时。',
      '《中华人民共和国劳动法》第三十六条、第四十一条',
      '调整排班，将月加班时间控制在法定限度内，建立加班审批制度。',
      '2026年10月31日',
    ),
    problemRow(
      '2',
      '未足额支付加班工资',
      '以每月1800元为基数核算加班工资，低于劳动合同约定的工资标准，涉及职工126人、金额214,560.50元。',
      '《中华人民共和国劳动法》第四十四条；《工资支付暂行规定》第十三条',
      '按劳动合同约定的工资标准重新核算，补发差额，并将明细送职工签字确认。',
      '2026年10月20日',
    ),
  ],
};

function problemRow(...texts: string[]): Row {
  const cells = texts.map((text, index) =>
    value(text, { align: index === 0 || index === 5 ? 'center' : 'left' }),
  );
  return { cells: [...cells, value('考勤记录、工资发放表'), value('')] };
}

/** 工会劳动法律监督意见书, red head, with a landscape appendix and 版记. */
export const opinion: PaperModel = {
  ...base,
  layout: 'redHead',
  letterhead: '安溪县总工会文件',
  documentNo: '安工劳监意〔2026〕1号',
  title: '安溪县总工会关于安溪湾精工机械有限公司超时加班和加班工资支付问题的工会劳动法律监督意见书',
  addressee: '安溪湾精工机械有限公司',
  blocks: [
    body(
      '根据《中华人民共和国工会法》《中华人民共和国劳动法》等规定，我会对你单位遵守劳动法律法规有关情况进行了监督。2026年9月15日，我会工会劳动法律监督员王敏（证号0350001）、林海（证号0350002）出示证件后，就相关事项听取了你单位意见，并查阅、复制了有关资料。',
    ),
    body(
      '此前，我会于2026年9月11日向你单位送达《工会劳动法律监督提示函》（安工劳监提〔2026〕3号），你单位未在期限内回复。',
    ),
    paragraph('heading1', '一、查明的情况'),
    paragraph('heading2', '（一）超时加班'),
    body(
      '经核实，2026年6月至8月，冲压、装配两个车间每月加班时间超过三十六小时，最长六十二小时，涉及职工126人。以上情况有考勤记录、排班表等予以佐证。',
    ),
    paragraph('heading2', '（二）未足额支付加班工资'),
    body(
      '经核实，同期加班工资以每月1800元为基数核算，低于劳动合同约定的工资标准，涉及职工126人，涉及金额214560.50元。以上情况有工资发放表、劳动合同等予以佐证。',
    ),
    paragraph('heading1', '二、法律依据及我会意见'),
    body(
      '（一）关于超时加班：《中华人民共和国劳动法》第四十一条规定，用人单位由于生产经营需要，经与工会和劳动者协商后可以延长工作时间，一般每日不得超过一小时；因特殊原因需要延长工作时间的，在保障劳动者身体健康的条件下延长工作时间每日不得超过三小时，但是每月不得超过三十六小时。我会认为，你单位的上述做法不符合前述规定，应当予以改正。',
    ),
    body(
      '（二）关于未足额支付加班工资：《中华人民共和国劳动法》第四十四条规定，安排劳动者延长工作时间的，支付不低于工资的百分之一百五十的工资报酬。我会认为，你单位的上述做法不符合前述规定，应当予以改正。',
    ),
    paragraph('heading1', '三、改正要求'),
    body('请你单位高度重视，采取以下措施予以改正：'),
    paragraph('heading3', '1.于2026年10月31日前调整排班，将加班时间控制在法定限度内；'),
    paragraph('heading3', '2.于2026年10月20日前补发加班工资差额；'),
    paragraph('heading3', '3.健全加班审批管理制度，防止同类问题再次发生。'),
    paragraph('heading1', '四、答复要求'),
    body(
      '请你单位自收到本意见书之日起15个工作日内，就上述问题作出书面答复，说明有关情况和改正措施，随附改正凭证，并加盖单位印章。如认为本意见书有不适当之处，请在上述期限内书面说明理由并提供相应材料。',
    ),
    body(
      '拒绝接收本意见书、未在规定期限内答复或者无正当理由不予改正的，我会将依据有关规定，向人力资源和社会保障等部门提出《工会劳动法律监督建议书》，并移交相关材料。',
    ),
    body('特此意见。'),
  ],
  attachments: ['问题清单及整改要求表', '《整改反馈函》参考格式'],
  signature: { issuer: '安溪县总工会', signedOn: '2026-09-28', hasSeal: true },
  remark: '联系人：王敏，联系电话：0595-00000000',
  copiesTo: ['泉州市总工会', '安溪县人力资源和社会保障局'],
  printedBy: '安溪县总工会办公室',
  printedOn: '2026-09-28',
  appendices: [
    { title: '问题清单及整改要求表', layout: 'landscapeForm', blocks: [problemList] },
    {
      title: '《整改反馈函》参考格式',
      layout: 'plain',
      blocks: [
        paragraph('flush', '安溪县总工会：'),
        body(
          '你会于　　年　月　日送达的《工会劳动法律监督意见书》收悉。我单位组织了自查，现将有关情况回复如下。',
        ),
        paragraph('heading1', '一、情况核实'),
        paragraph('heading1', '二、改正措施及完成情况'),
        paragraph('right', '单位名称（印章）'),
        paragraph('right', '年　月　日'),
      ],
    },
  ],
};

/** 送达回证. */
export const serviceReceipt: PaperModel = {
  ...base,
  layout: 'form',
  title: '工会劳动法律监督文书送达回证',
  documentNo: '(2026)安工劳监案第12号',
  blocks: [
    {
      type: 'table',
      columns: [18, 32, 18, 32],
      headerRows: 0,
      rows: [
        { cells: [label('受送达人'), value('安溪湾精工机械有限公司', { colSpan: 3 })] },
        { cells: [label('送达地址'), value('安溪县城厢镇工业园区8号', { colSpan: 3 })] },
        {
          cells: [
            label('送达文书\n名称及文号'),
            value('工会劳动法律监督提示函\n（安工劳监提〔2026〕3号）', { colSpan: 3 }),
          ],
          minHeightMm: 16,
        },
        { cells: [label('份　　数'), value('1份'), label('附　　件'), value('《整改反馈函》参考格式')] },
        { cells: [label('送达方式'), value('直接送达', { colSpan: 3 })] },
        {
          cells: [
            label('送达地点'),
            value('该公司二楼办公室'),
            label('送达时间'),
            value('2026年9月11日10时'),
          ],
        },
        {
          cells: [
            label('受送达人\n签名或盖章'),
            {
              lines: [runs('已收到上列文书。')],
              colSpan: 3,
              foot: '签收人：　　　　（职务：　　　　）　　年　　月　　日　　时',
            },
          ],
          minHeightMm: 30,
        },
        { cells: [label('代 收 人'), value(''), label('与受送达\n人关系'), value('')] },
        {
          cells: [
            label('拒收事由\n及见证'),
            { lines: [[]], colSpan: 3, foot: '见证人：　　　　　　　　年　　月　　日' },
          ],
          minHeightMm: 30,
        },
        {
          cells: [
            label('送 达 人'),
            { lines: [[]], colSpan: 3, foot: '（两人签名）　　　　　　　　　　年　　月　　日' },
          ],
          minHeightMm: 20,
        },
        { cells: [label('备　　注'), value('', { colSpan: 3 })], minHeightMm: 16 },
      ],
    },
    paragraph(
      'note',
      '注：法人由法定代表人、主要负责人或者负责收件的人签收；留置送达应当有见证人签名或者照片、录像。',
    ),
  ],
};

/** A list of 60 rows: header row on every page. */
export const longList: PaperModel = listOf(60, 'landscapeForm');
export const longPortraitList: PaperModel = listOf(60, 'form');

export function listOf(rowCount: number, layout: 'form' | 'landscapeForm'): PaperModel {
  const columns = ['序号', '姓名', '工作单位', '困难类别', '救助金额（元）', '领取人签名', '备注'];
  const rows: Row[] = Array.from({ length: rowCount }, (_, index) => ({
    cells: [
      value(String(index + 1), { align: 'center' }),
      value(`职工${index + 1}`, { align: 'center' }),
      value('安溪湾精工机械有限公司'),
      value(index % 7 === 3 ? '患大病职工，家庭成员长期住院治疗' : '意外致困', { align: 'center' }),
      value('2,000.00', { align: 'right' }),
      value(''),
      value(''),
    ],
  }));
  return {
    ...base,
    layout,
    title: '2026年度困难职工救助金发放表',
    blocks: [
      {
        type: 'table',
        columns: [7, 11, 26, 20, 14, 14, 12],
        headerRows: 1,
        rows: [{ cells: columns.map((text) => value(text)) }, ...rows],
      },
    ],
  };
}

/** Full lines only, for counting 22 × 28. */
export const fullPages: PaperModel = {
  ...base,
  layout: 'plain',
  title: '版心行数字数测试',
  blocks: [paragraph('flush', '工会依法维护职工合法权益竭诚服务职工群众'.repeat(100))],
};

export const investigationRecord: PaperModel = {
  ...base,
  layout: 'plain',
  title: '工会劳动法律监督调查笔录',
  documentNo: '(2026)安工劳监案第12号',
  blocks: [
    paragraph('flush', '时间：2026年9月15日9时30分至11时05分'),
    paragraph('flush', '地点：安溪湾精工机械有限公司二楼会议室'),
    body(
      '问：我们是安溪县总工会工会劳动法律监督员王敏（证号0350001）、林海（证号0350002），这是我们的证件，请你查看。',
    ),
    body('答：看过了，没有异议。'),
  ],
  signature: { issuer: '安溪县总工会', signedOn: '2026-09-15', hasSeal: false },
  watermark: '内部',
};

export const fileCover: PaperModel = {
  ...base,
  layout: 'cover',
  letterhead: '安溪县总工会',
  documentNo: '(2026)安工劳监案第12号',
  title: '工会劳动法律监督案卷',
  blocks: [
    {
      type: 'table',
      columns: [22, 28, 22, 28],
      headerRows: 0,
      rows: [
        { cells: [label('案　　由'), value('超时加班、加班费', { colSpan: 3 })] },
        { cells: [label('被监督单位'), value('安溪湾精工机械有限公司', { colSpan: 3 })] },
        { cells: [label('受理日期'), value('2026年9月1日'), label('结案日期'), value('2026年11月20日')] },
        { cells: [label('承 办 人'), value('王敏'), label('监 督 员'), value('王敏、林海')] },
        { cells: [label('卷　　号'), value('1'), label('页　　数'), value('86')] },
        { cells: [label('保管期限'), value('30年'), label('利用限制'), value('限制利用')] },
      ],
    },
    paragraph('center', '本卷含反映人个人信息，未经批准不得查阅、复制和外借。'),
  ],
};

/** A letter of two pages with 抄送. */
export const copiedLetter: PaperModel = {
  ...reminderLetter,
  attachments: ['《整改反馈函》参考格式', '相关法律条文摘录'],
  copiesTo: ['泉州市总工会'],
};

export const samples: Readonly<Record<string, PaperModel>> = {
  reminderLetter,
  draftLetter,
  copiedLetter,
  opinion,
  serviceReceipt,
  longList,
  longPortraitList,
  fullPages,
  investigationRecord,
  fileCover,
};
