import type { CivilDate } from '../kernel/civil-date';
import type { FieldValues } from '../kernel/field';
import type { RuleUnit } from '../kernel/rule-profile';
import type { DocumentState } from './lifecycle-state';

/**
 * What happens to deadlines. The service computes the due day of a start from `dueOn`, else `n` and `unit`, else the
 * rule. meet and cancel concern running and paused deadlines only; where there is none they do nothing.
 */
export type DeadlineEffect =
  | {
      readonly type: 'deadline.start';
      readonly kind: string;
      readonly label: string;
      /** Rule the period comes from; empty when a person set it. */
      readonly ruleKey: string;
      readonly startOn: CivilDate;
      readonly startEvent: string;
      readonly documentId?: number;
      readonly n?: number;
      readonly unit?: RuleUnit;
      readonly dueOn?: CivilDate;
    }
  | {
      readonly type: 'deadline.meet';
      readonly kind: string;
      readonly on: CivilDate;
      readonly documentId?: number;
    }
  | { readonly type: 'deadline.cancel'; readonly kind: string; readonly documentId?: number }
  | { readonly type: 'deadline.pauseAll'; readonly on: CivilDate; readonly reason: string }
  | { readonly type: 'deadline.resumeAll'; readonly on: CivilDate };

export type ServiceOutcome = 'served' | 'refused' | 'left' | 'returned';
export type Evaluation = 'pass' | 'partial' | 'fail' | 'objectionUpheld';

/** What happens to one paper; the service applies all of them in one transaction. */
export type DocumentEffect =
  | { readonly type: 'status'; readonly to: DocumentState }
  /** Whose turn it is; null: of everybody with the right. */
  | { readonly type: 'assign'; readonly to: number | null }
  /** The text as it is sent on is kept, to be compared with later ones. */
  | { readonly type: 'version' }
  /** The text is frozen and hashed; 成文日期 is the day of signature. */
  | {
      readonly type: 'freeze';
      readonly signedOn: CivilDate;
      readonly signerId: number;
      readonly signerName: string;
      readonly signerPost: string;
    }
  /** Atomically, after signature only. */
  | { readonly type: 'allocateNumber' }
  | { readonly type: 'seal'; readonly sealedOn: CivilDate; readonly keeper: string; readonly copies: number }
  | {
      readonly type: 'service';
      readonly outcome: ServiceOutcome;
      readonly method: string;
      readonly servedOn: CivilDate;
      /** Frozen day by which an answer is due; null without a reply term. */
      readonly dueOn: CivilDate | null;
      /** Everything of the 送达回证. */
      readonly values: FieldValues;
    }
  | {
      readonly type: 'publish';
      readonly publishedOn: CivilDate;
      readonly channel: string;
      readonly url: string;
    }
  | {
      readonly type: 'reply';
      readonly repliedOn: CivilDate;
      /** Written and sealed. Anything else is 非正式答复 and leaves the paper waiting. */
      readonly isFormal: boolean;
      readonly values: FieldValues;
    }
  | { readonly type: 'extend'; readonly dueOn: CivilDate }
  | { readonly type: 'evaluation'; readonly evaluation: Evaluation; readonly opinion: string }
  /** The number stays used for ever. */
  | { readonly type: 'void'; readonly on: CivilDate; readonly reason: string; readonly approver: string }
  /** A new draft of the same kind is made; it cites the old one, which points to it. */
  | { readonly type: 'replace'; readonly kind: string; readonly values: FieldValues }
  | DeadlineEffect;
