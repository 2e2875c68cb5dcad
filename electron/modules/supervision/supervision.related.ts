import type { SupervisionCase } from '@shared/contract/supervision';
import type { FieldValues } from '@shared/domain/kernel/field';
import { type ComparedCase, duplicateWindowStart, relatedCases } from '@shared/domain/supervision/related';
import type { ReadContext } from '../../platform/documents/paper-module';
import type { LoadedCase } from './supervision.load';
import { listSiblingCases } from './supervision.repository';

/** 串并案: other cases of the employer that may belong together with this one. */
export async function findRelated(
  ctx: ReadContext,
  { data, row, office }: LoadedCase,
): Promise<SupervisionCase['related']> {
  const since = duplicateWindowStart(office.rules, row.openedOn);
  if (row.employerId === null || since === null) return [];
  const siblings = await listSiblingCases(ctx.db, row.employerId, row.id, since);
  const subject = compared(
    row,
    row.basics,
    data.violations.map((violation) => violation.code),
  );
  const others = siblings.map((sibling) =>
    compared(
      { ...sibling, employerId: row.employerId, openedOn: sibling.receivedOn },
      JSON.parse(sibling.basics) as FieldValues,
      (sibling.codes ?? '').split(',').filter(Boolean),
    ),
  );
  return [...relatedCases(subject, others, office.rules)];
}

type Head = {
  id: number;
  caseNo: string;
  clueNo: string;
  title: string;
  employerId: number | null;
  openedOn: string;
};

function compared(head: Head, basics: FieldValues, violationCodes: readonly string[]): ComparedCase {
  const dateOf = (name: string) =>
    typeof basics[name] === 'string' && basics[name] !== '' ? (basics[name] as string) : null;
  return {
    id: head.id,
    caseNo: head.caseNo || head.clueNo,
    title: head.title,
    employerId: head.employerId,
    openedOn: head.openedOn,
    factsFrom: dateOf('factsFrom'),
    factsTo: dateOf('factsTo'),
    violationCodes,
  };
}
