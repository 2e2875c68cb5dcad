import type { PaperModel, Row } from '@shared/domain/papers/model';
import { opinion } from './sample-opinion';
import { base, body, label, paragraph, runs, value } from './sample-parts';

/** Papers of every layout, with invented names, for layout tests. */

export { opinion };

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
