import { findValue } from '../../kernel/rules';
import type { Item } from '../../papers/template-values';
import type { DocumentData } from '../case-data';
import { checkPointsOf, departmentsFor, topicsOf } from '../catalogue';
import { ended } from './lists';
import type { PaperDefinition, PaperInput } from './paper';
import {
  codesOf,
  day,
  enteredOn,
  firstInto,
  issued,
  itemsOf,
  lawLinesOf,
  linesOf,
  phrase,
  replyOf,
  typed,
} from './values';

/** 提示函, 公开提示函, 意见书, 建议书. */

const factItems = (input: PaperInput): Item[] => ended(linesOf(input.values.facts).map((fact) => ({ fact })));

/** Addressee line of a department of the catalogue, in this county. */
function addresseeOfDepartment(input: PaperInput, code: string): string {
  const known = input.catalogue.departments.departments.find((department) => department.code === code);
  if (code === 'hrss' && input.unit.laborDepartment) return input.unit.laborDepartment;
  return known?.addressee.replaceAll('{{area}}', input.unit.area) ?? '';
}

/** The department a letter speaks of: its name as typed, else that of the chosen code. */
export const departmentName = (input: PaperInput): string =>
  typed(input, 'departmentName') || addresseeOfDepartment(input, typed(input, 'department'));

/** Competent departments by name, the first addressee first. */
export const departmentNames = (input: PaperInput): string[] =>
  departmentsFor(codesOf(input), input.catalogue).map(({ code }) => addresseeOfDepartment(input, code));

const firstDepartment = (input: PaperInput): string | null =>
  departmentsFor(codesOf(input), input.catalogue)[0]?.code ?? null;

export const reminderLetter: PaperDefinition = {
  kind: 'reminderLetter',
  placeholders: (input) => ({
    lists: { facts: factItems(input) },
    // A batch chooses the matters on the form itself: what was not typed follows them.
    texts: {
      check_points:
        typed(input, 'checkPoints') || checkPointsOf(codesOf(input), input.catalogue).join('，以及'),
    },
  }),
  initial: (input) => {
    const codes = codesOf(input);
    return {
      violationCodes: codes,
      topics: topicsOf(codes, input.catalogue).join('、'),
      facts: itemsOf(input)
        .map((item) => phrase(item.fact))
        .filter(Boolean)
        .join('\n'),
      checkPoints: checkPointsOf(codes, input.catalogue).join('，以及'),
      ...replyOf(input, 'supervision.reminderReply'),
    };
  },
};

export const publicReminder: PaperDefinition = {
  kind: 'publicReminder',
  placeholders: (input) => ({
    lists: {
      facts: factItems(input),
      law_points: codesOf(input).flatMap((code) => {
        const lines = lawLinesOf(input, [code]);
        const topics = topicsOf([code], input.catalogue).join('、');
        return lines.length > 0
          ? [{ point_title: `关于${topics}`, point_text: `${lines.join('；')}。` }]
          : [];
      }),
    },
  }),
  initial: (input) => ({ audience: input.unit.area ? `${input.unit.area}各用人单位` : '' }),
};

/** The newest paper of a kind that went out before this one. */
const latest = (input: PaperInput, kind: string): DocumentData | null =>
  input.basedOn?.kind === kind ? input.basedOn : (issued(input, kind).at(-1) ?? null);

export const opinionLetter: PaperDefinition = {
  kind: 'opinionLetter',
  placeholders: (input) => {
    const reminder = latest(input, 'reminderLetter');
    const texts: Record<string, string> = reminder?.servedOn
      ? {
          prev_title: reminder.title,
          prev_no: reminder.documentNo,
          prev_served_on: day(reminder.servedOn),
        }
      : {};
    return {
      texts: { ...texts, department_name: departmentName(input) },
      flags: {
        congress_required: findValue(input.rules, 'supervision.noticeToCongressRequired') === true,
      },
    };
  },
  initial: (input) => {
    const codes = codesOf(input);
    const reminder = latest(input, 'reminderLetter');
    return {
      investigatedOn: firstInto(input, 'C08')?.on ?? null,
      prevResult: reminder && (reminder.repliedOn ? 'notCorrected' : 'noReply'),
      systemName: topicsOf(codes, input.catalogue).join('、'),
      department: firstDepartment(input),
      ...replyOf(input, 'supervision.opinionReply'),
    };
  },
};

export const recommendationLetter: PaperDefinition = {
  kind: 'recommendationLetter',
  placeholders: (input) => {
    const opinion = latest(input, 'opinionLetter');
    return {
      texts: {
        ...(opinion
          ? {
              opinion_no: opinion.documentNo,
              opinion_signed_on: day(opinion.signedOn),
              opinion_title: opinion.title,
            }
          : {}),
        department_name: departmentName(input),
        department_call: departmentCall(departmentName(input)),
      },
    };
  },
  initial: (input) => ({
    department: firstDepartment(input),
    triggers: triggersOf(latest(input, 'opinionLetter'), input),
    copiesTo: input.unit.upperUnion,
    materials: materialsOf(input),
  }),
};

/** 你局, 你中心, 你院: one way of address in a letter; 你单位 where the name does not tell. */
export function departmentCall(name: string): string {
  const ends: readonly (readonly [RegExp, string])[] = [
    [/局$/, '你局'],
    [/检察院$|法院$|仲裁院$/, '你院'],
    [/委员会$|委$/, '你委'],
    [/中心$/, '你中心'],
    [/工会$/, '你会'],
  ];
  return ends.find(([end]) => end.test(name))?.[1] ?? '你单位';
}

/** What the record proves; the letter's own check asks for the evidence. */
function triggersOf(opinion: DocumentData | null, input: PaperInput): string[] {
  if (!opinion) return [];
  if (opinion.serviceOutcome === 'refused' || opinion.serviceOutcome === 'left') return ['refused_receipt'];
  if (!opinion.repliedOn && opinion.dueOn && opinion.dueOn < input.today) return ['no_reply_in_time'];
  return opinion.evaluation === 'fail' || opinion.evaluation === 'partial'
    ? ['not_corrected_without_reason']
    : [];
}

/** What goes along: letters with proof of service, records, evidence; never the registration form. */
export function materialsOf(input: PaperInput): Record<string, string | number | null>[] {
  const row = (name: string, documentNo: string, pages: number): Record<string, string | number | null> => ({
    name,
    documentNo,
    copies: 1,
    pages: pages || null,
    note: '',
  });
  const rows = (['opinionLetter', 'reminderLetter'] as const).flatMap((kind) =>
    issued(input, kind).flatMap((letter) => [
      row(`${letter.title}及送达回证`, letter.documentNo, letter.pageCount),
      ...(letter.repliedOn ? [row(`${letter.title}的书面答复`, '', 0)] : []),
    ]),
  );
  const has = (kind: string): boolean =>
    (input.case?.documents ?? []).some((document) => document.kind === kind && document.status !== 'D99');
  return [
    ...rows,
    ...(has('interviewRecord') || enteredOn(input, 'C08') ? [row('调查笔录（复印件）', '', 0)] : []),
    ...(has('evidenceList') || itemsOf(input).some((item) => item.evidence)
      ? [row('证据材料（复印件）', '', 0)]
      : []),
    row('职工诉求汇总表（不含个人信息）', '', 0),
  ];
}
