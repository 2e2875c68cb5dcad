import { textOf } from '../../papers/lifecycle-values';
import { questionsOf, topicsOf } from '../catalogue';
import { itemItem, processOf } from './lists';
import type { PaperDefinition, PaperInput } from './paper';
import { after, codesOf, itemsOf, lastValues, phrase, typed } from './values';

/** Notice, record, evidence, report, explanation. */

const topics = (input: PaperInput): string => topicsOf(codesOf(input), input.catalogue).join('、');

export const investigationNotice: PaperDefinition = {
  kind: 'investigationNotice',
  placeholders: () => ({}),
  initial: (input) => ({
    topics: phrase(textOf(lastValues(input, 'startInvestigation'), 'topics')) || topics(input),
    place: (input.case?.employer ?? input.employer)?.address ?? '',
    visitOn: after(input, 7),
    visitTime: '09:00',
    objectBy: after(input, 5),
  }),
};

export const interviewRecord: PaperDefinition = {
  kind: 'interviewRecord',
  placeholders: () => ({}),
  initial: (input) => {
    const values = lastValues(input, 'recordInvestigation');
    const bank = questionsOf(codesOf(input), input.catalogue);
    return {
      topics: topics(input),
      investigatedOn: input.today,
      place: (input.case?.employer ?? input.employer)?.address ?? '',
      ...values,
      evidence: phrase(textOf(values, 'evidence')),
      recorder: input.case?.handlerName ?? '',
      qa: bank.flatMap((type) => type.questions.map((question) => ({ question, answer: null }))),
    };
  },
};

export const evidenceList: PaperDefinition = {
  kind: 'evidenceList',
  placeholders: () => ({}),
  initial: (input) => ({ evidence: evidenceRows(input) }),
};

/** The files of the case first, then every kind of evidence that is only named, with all it proves. */
function evidenceRows(input: PaperInput): Record<string, string | number | null>[] {
  const proves = new Map<string, string[]>();
  for (const item of input.case?.violations ?? []) {
    for (const name of phrase(item.evidence).replace(/等$/, '').split('、').filter(Boolean)) {
      proves.set(name, [...(proves.get(name) ?? []), item.name]);
    }
  }
  const files = input.case?.evidence ?? [];
  const named = [...proves].filter(([name]) => !files.some((file) => file.name === name));
  return [
    ...files.map((file) => ({
      name: file.name,
      origin: file.provider || null,
      form: file.form,
      pages: file.isPaged ? file.pageCount : null,
      proves: proves.get(file.name)?.join('、') ?? null,
      obtainedOn: file.obtainedOn,
      note: `证据${file.number}`,
    })),
    ...named.map(([name, items]) => ({
      name,
      origin: null,
      form: null,
      pages: null,
      proves: items.join('、'),
      obtainedOn: null,
      note: null,
    })),
  ];
}

export const investigationReport: PaperDefinition = {
  kind: 'investigationReport',
  placeholders: (input) => {
    const summary = typed(input, 'summary');
    return {
      texts: {
        summary: summary && `${phrase(summary)}。`,
        process: processOf(input, ['C09']),
      },
      lists: { report_items: (input.case?.violations ?? []).map((item) => itemItem(input, item)) },
    };
  },
  initial: (input) => ({
    summary:
      textOf(lastValues(input, 'submitReport'), 'summary') ||
      (itemsOf(input).length > 0
        ? `建议认定${itemsOf(input)
            .map((item) => `“${item.name}”`)
            .join('')}成立，依法向该单位提出改正意见。`
        : '经查未发现违反劳动法律法规的情形，建议向反映人说明后结案。'),
  }),
};

export const explanationRecord: PaperDefinition = {
  kind: 'explanationRecord',
  placeholders: () => ({}),
  initial: (input) => ({
    explainedOn: input.today,
    explainedBy: input.case?.handlerName ?? '',
    ...lastValues(input, 'explainNotEstablished'),
  }),
};
