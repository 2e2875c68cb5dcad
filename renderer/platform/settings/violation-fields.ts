import type { LawRow, ViolationBasis, ViolationRow } from '@shared/contract/settings';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { articleKey, parseArticles } from '@shared/domain/supervision/catalogue-edit';
import { keptDemand, readableDemand } from '../../lib/demand-marks';
import { textOf } from './record-drawer';

/** The form of a violation type: what its fields are, and how it reads and writes them. */

export const violationFields = (laws: readonly LawRow[]): readonly Field[] => [
  { name: 'name', label: '名称', kind: 'text', isRequired: true, maxLength: 80 },
  {
    name: 'demand',
    label: '整改要求',
    kind: 'longText',
    isRequired: true,
    maxLength: 2000,
    help: '【金额】【人数】【所属期间】【完成期限】在文书中换成该案的数据。',
  },
  { name: 'checkPoints', label: '自查要点', kind: 'longText', maxLength: 1000 },
  { name: 'evidence', label: '应收集的证据（每行一项）', kind: 'longText', maxLength: 3000 },
  {
    name: 'bases',
    label: '法律依据',
    kind: 'rows',
    isRequired: true,
    help: '条款逐条写全，如 第四十四条、第八十五条第（三）项。“法律责任”条款只写入建议书；没有核对的依据不写入文书。列表中没有的法律文件，先关闭本页，按“添加法律文件”添加，已填写的内容会保留。',
    of: [
      {
        name: 'law',
        label: '法律文件',
        kind: 'select',
        isRequired: true,
        options: laws.map(({ name }) => ({ value: name, label: name })),
      },
      { name: 'articles', label: '条款', kind: 'text', maxLength: 300 },
      { name: 'gist', label: '要点', kind: 'text', isRequired: true, maxLength: 300 },
      { name: 'isLiability', label: '法律责任', kind: 'flag' },
      { name: 'isChecked', label: '已核对', kind: 'flag' },
    ],
  },
  {
    name: 'versionDate',
    label: '法条核对到',
    kind: 'text',
    isRequired: true,
    maxLength: 10,
    help: '年份和月份，如 2026-03：表示依据和写法已按当月有效的法律核对。',
  },
];

export const violationInitial = (violation: ViolationRow): FieldValues => ({
  name: violation.name,
  demand: readableDemand(violation.demand),
  checkPoints: violation.checkPoints,
  evidence: violation.evidence.join('\n'),
  bases: violation.bases.map(({ law, articles, gist, kind, isChecked }) => ({
    law,
    articles,
    gist,
    isLiability: kind === 'liability',
    isChecked,
  })),
  versionDate: violation.versionDate,
});

/** Rows of the form as bases; what is still missing is empty. `known`: where a basis keeps a nature the form does not ask. */
export function basesIn(values: FieldValues, known: ViolationRow['bases'] = []): ViolationBasis[] {
  if (!Array.isArray(values.bases)) return [];
  return values.bases.flatMap((row) => {
    if (typeof row !== 'object') return [];
    const text = (name: string) => String(row[name] ?? '').trim();
    const [law, articles] = [text('law'), text('articles')];
    const before = known.find((basis) => basis.law === law && basis.articles === articles)?.kind ?? 'duty';
    const other = before === 'liability' ? 'duty' : before;
    return [
      {
        law,
        articles,
        gist: text('gist'),
        kind: row.isLiability === true ? 'liability' : other,
        isChecked: row.isChecked === true,
      },
    ];
  });
}

export const violationInput = (values: FieldValues, violation: ViolationRow) => ({
  name: textOf(values, 'name'),
  demand: keptDemand(textOf(values, 'demand')),
  checkPoints: textOf(values, 'checkPoints'),
  evidence: textOf(values, 'evidence')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
  versionDate: textOf(values, 'versionDate'),
  bases: basesIn(values, violation.bases),
});

/** Bases whose articles nobody has compared with the law yet, by their place in the list. */
export function uncheckedBases(values: FieldValues, laws: readonly LawRow[]): readonly string[] {
  return basesIn(values).flatMap((basis, place) => {
    if (basis.isChecked || basis.law === '') return [];
    const checked = laws.find(({ name }) => name === basis.law)?.checkedArticles ?? [];
    const articles = parseArticles(basis.law, basis.articles) ?? [];
    const isKnown = articles.length > 0 && articles.every((article) => checked.includes(articleKey(article)));
    return isKnown ? [] : [`第${place + 1}条 《${basis.law}》${basis.articles}`];
  });
}
