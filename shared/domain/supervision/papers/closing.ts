import { textOf } from '../../papers/lifecycle-values';
import { buildDossier, type DossierRow } from '../dossier';
import { complainantTexts } from './complainant';
import { itemItem, rectifiedLabel } from './lists';
import type { PaperDefinition, PaperInput } from './paper';
import { itemsOf, labelOf, lastValues, lawsOf, typed, yuan } from './values';

/** Closing report, result to the complainant, the dossier. */

/** 补发加班费214500.50元，涉及79人（凭证…）；… Only what is proved by a voucher is entered at all. */
export function resultsText(input: PaperInput, withEvidence: boolean): string {
  return (input.case?.results ?? [])
    .map((result) => {
      const kind = input.catalogue.options.results.items.find((item) => item.code === result.kind);
      const amount = result.amountFen ? `${yuan(result.amountFen)}元` : '';
      const quantity = result.quantity ? `${result.quantity}${kind?.quantityUnit ?? '项'}` : '';
      const workers = result.workerCount ? `，涉及${result.workerCount}人` : '';
      const evidence = withEvidence && result.evidence ? `（${result.evidence}）` : '';
      return `${kind?.label ?? result.kind}${amount || quantity}${workers}${evidence}`;
    })
    .join('；');
}

const closeReason = (input: PaperInput) =>
  input.catalogue.options['close-reasons'].items.find(
    (item) => item.code === (typed(input, 'reason') || textOf(lastValues(input, 'approveClose'), 'reason')),
  );

function likelyReason(input: PaperInput): string {
  const closed = textOf(lastValues(input, 'approveClose'), 'reason');
  if (closed) return closed;
  const items = itemsOf(input);
  if (items.length === 0) return 'notEstablished';
  return items.every((item) => item.rectified === 'done' || item.rectified === 'objectionUpheld')
    ? 'rectified'
    : '';
}

export const closingReport: PaperDefinition = {
  kind: 'closingReport',
  placeholders: (input) => {
    const all = input.case?.violations ?? [];
    return {
      texts: {
        close_reason: closeReason(input)?.reason ?? '',
        results_text: resultsText(input, true),
      },
      lists: {
        established_items: all
          .filter((item) => item.finding === 'established')
          .map((item) => ({
            ...itemItem(input, item),
            item_laws: lawsOf(input, [item.code]).replaceAll('；', '、'),
          })),
        rejected_items: all
          .filter((item) => item.finding === 'notEstablished' || item.finding === 'insufficient')
          .map((item) => itemItem(input, item)),
      },
    };
  },
  initial: (input) => ({
    reason: likelyReason(input),
    rectification:
      itemsOf(input)
        .map((item) => `${item.name}：${rectifiedLabel(item.rectified)}。`)
        .join('\n') || '无须整改的问题。',
  }),
};

export const resultNotice: PaperDefinition = {
  kind: 'resultNotice',
  placeholders: (input) => ({ texts: complainantTexts(input) }),
  initial: (input) => {
    const results = resultsText(input, false);
    const reason = closeReason(input)?.reason ?? '';
    return {
      result: [
        '我会依法听取了有关意见，对您反映的情况进行了调查核实。',
        reason && `${reason}。`,
        results && `经督促，该单位已落实以下事项：${results}。`,
      ]
        .filter(Boolean)
        .join(''),
    };
  },
};

const dossierOf = (input: PaperInput) =>
  input.case && buildDossier(input.case, input.catalogue.options['dossier-order'].items, input.unit.unitName);

/** What was typed when the file went to the archive; the case keeps it. */
const archived = (input: PaperInput, name: string): string =>
  textOf(lastValues(input, 'archive'), name) || textOf(input.case?.basics ?? {}, name);

export const dossierCover: PaperDefinition = {
  kind: 'dossierCover',
  placeholders: (input) => ({
    texts: {
      close_reason_label: labelOf(
        input,
        'close-reasons',
        textOf(lastValues(input, 'approveClose'), 'reason'),
      ),
    },
  }),
  initial: (input) => ({
    archiveNo: archived(input, 'archiveNo'),
    pageCount: dossierOf(input)?.pageCount || null,
    retention: archived(input, 'retention'),
    secrecy: archived(input, 'secrecy') || (input.case?.hasComplainant ? 'restricted' : 'internal'),
  }),
};

const pagesOf = ({ pageFrom, pageTo }: DossierRow): string => {
  if (pageFrom === null) return '—';
  return pageFrom === pageTo ? String(pageFrom) : `${pageFrom}-${pageTo}`;
};

export const dossierIndex: PaperDefinition = {
  kind: 'dossierIndex',
  placeholders: (input) => ({
    lists: {
      dossier: (dossierOf(input)?.rows ?? []).map((row) => ({
        index_no: row.documentNo,
        index_author: row.author,
        index_title: row.title,
        index_date: row.date.replaceAll('-', ''),
        index_pages: pagesOf(row),
        index_personal: row.hasPersonalData ? '√' : '',
        index_note: row.note,
      })),
    },
  }),
  initial: () => ({}),
};

export const filingNote: PaperDefinition = {
  kind: 'filingNote',
  placeholders: () => ({}),
  initial: (input) => ({
    pageCount: dossierOf(input)?.pageCount || null,
    condition: textOf(lastValues(input, 'archive'), 'condition'),
    filedBy: textOf(lastValues(input, 'archive'), 'filedBy') || (input.case?.handlerName ?? ''),
    checkedBy: textOf(lastValues(input, 'archive'), 'checkedBy'),
  }),
};
