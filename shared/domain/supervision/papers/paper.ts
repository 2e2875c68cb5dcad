import type { CivilDate } from '../../kernel/civil-date';
import type { FieldValues } from '../../kernel/field';
import type { ResolvedRules } from '../../kernel/rules';
import type { PlaceholderValues } from '../../papers/template-values';
import type { CaseData, ComplainantData, DocumentData, EmployerData, UnitData } from '../case-data';
import type { Catalogue } from '../catalogue';
import type { PaperKind } from '../paper-kinds';

/** Everything a paper may draw on. */
export type PaperInput = {
  /** null: a letter to an employer or to the public without a case. */
  readonly case: CaseData | null;
  readonly unit: UnitData;
  /** Addressee of a letter without a case; a case brings its own. */
  readonly employer: EmployerData | null;
  readonly catalogue: Catalogue;
  readonly rules: ResolvedRules;
  /** Passed for papers to the complainant and for the internal registration form only; null for all others. */
  readonly complainant: ComplainantData | null;
  /** The paper this one is about: what is served, dunned, reviewed, recommended upon. */
  readonly basedOn: DocumentData | null;
  readonly values: FieldValues;
  readonly documentNo: string | null;
  readonly signedOn: CivilDate | null;
  readonly today: CivilDate;
};

/** What a paper adds to the values all papers share. */
export type PaperDefinition = {
  readonly kind: PaperKind;
  /** Texts, lists and flags for the template, over the common ones. */
  placeholders(input: PaperInput): Partial<PlaceholderValues>;
  /** What the form opens with, so that the clerk types almost nothing. */
  initial(input: PaperInput): FieldValues;
};
