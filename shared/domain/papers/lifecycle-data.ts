import type { Calendar } from '../kernel/calendar';
import type { CivilDate } from '../kernel/civil-date';
import type { Field, FieldValues } from '../kernel/field';
import type { Permission } from '../kernel/permissions';
import type { RuleUnit } from '../kernel/rule-profile';
import type { ResolvedRules } from '../kernel/rules';
import type { DocumentEffect } from './lifecycle-effect';
import type { DocumentState, PaperProfile } from './lifecycle-state';

/** A paper as far as its life is concerned; every module's document row fits. */
export type LifecycleDocument = {
  readonly id: number;
  readonly kind: string;
  readonly title: string;
  readonly addressee: string;
  readonly documentNo: string;
  readonly status: string;
  readonly values: FieldValues;
  readonly draftedBy: string;
  /** Account of the drafter; 0 while the paper is not stored. */
  readonly draftedById: number;
  readonly signedOn: CivilDate | null;
  readonly signerName: string;
  readonly signerPost: string;
  readonly servedOn: CivilDate | null;
  /** served: received; refused: 拒收; left: 留置. */
  readonly serviceOutcome: 'served' | 'refused' | 'left' | 'returned' | 'published' | null;
  readonly replyN: number | null;
  readonly replyUnit: RuleUnit | null;
  readonly dueOn: CivilDate | null;
  readonly repliedOn: CivilDate | null;
  readonly evaluation: 'pass' | 'partial' | 'fail' | 'objectionUpheld' | null;
  readonly replacedById: number | null;
  /** How often the reply term was extended; absent: never. */
  readonly extensionCount?: number;
};

/** A person of the leader registry who may sign, with the time in office. */
export type LeaderData = {
  readonly id: number;
  readonly name: string;
  /** Code of resources/catalogues/leader-posts.json. */
  readonly post: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
};

/** An account of the office, as far as the chain from draft to seal is concerned. */
export type Colleague = {
  readonly id: number;
  readonly name: string;
  can(permission: Permission): boolean;
};

/** A way of service as the catalogue describes it. */
export type ServiceMethod = {
  readonly code: string;
  readonly label: string;
  /** What counts as the day of service. */
  readonly servedOn: string;
  readonly isEnabled: boolean;
  readonly needsReason: boolean;
  /** Leaving in place: proved by a witness or pictures. */
  readonly needsWitnessOrMedia: boolean;
};

/** What the judging of a paper's step needs besides the paper. */
export type DocumentContext = {
  readonly today: CivilDate;
  readonly calendar: Calendar;
  readonly rules: ResolvedRules;
  readonly leaders: readonly LeaderData[];
  readonly catalogue: {
    readonly options: {
      readonly 'service-methods': { readonly items: readonly ServiceMethod[] };
      readonly 'leader-posts': {
        readonly items: readonly { readonly code: string; readonly label: string }[];
      };
    };
  };
  /** Whose session it is. */
  readonly me: { readonly id: number; readonly name: string };
  /** Accounts in use, one's own among them. */
  readonly colleagues: readonly Colleague[];
  can(permission: Permission): boolean;
};

/** Something wrong with what was typed; without a field it concerns the form as a whole. */
export type Problem = { readonly field?: string; readonly message: string };

/** One step of a paper's life. */
export type DocumentAction = {
  readonly key: string;
  readonly label: string;
  /** Profiles that know the step. */
  readonly profiles: readonly PaperProfile[];
  readonly from: readonly DocumentState[];
  readonly permission: Permission;
  readonly isPrimary?: boolean;
  readonly isDanger?: boolean;
  /** The date on its form is the paper's, not the day of the step: that is today. */
  readonly isDoneToday?: boolean;
  /** Sends the text on, to a reviewer, a signer or the world: refused while a finding blocks. */
  readonly needsSoundText?: boolean;
  fields(document: LifecycleDocument, ctx: DocumentContext, policy: PaperPolicy): readonly Field[];
  initial?(document: LifecycleDocument, ctx: DocumentContext, policy: PaperPolicy): FieldValues;
  guard?(document: LifecycleDocument, ctx: DocumentContext, policy: PaperPolicy): readonly string[];
  check?(
    document: LifecycleDocument,
    values: FieldValues,
    ctx: DocumentContext,
    policy: PaperPolicy,
  ): readonly Problem[];
  outcome(
    document: LifecycleDocument,
    values: FieldValues,
    ctx: DocumentContext,
    policy: PaperPolicy,
  ): readonly DocumentEffect[];
};

/** What a module says about one kind of paper. */
export type PaperPolicy = {
  /** May name the complainant: whoever gets it next is named, and it opens to nobody else. */
  readonly isRestricted: boolean;
  /** 提示函: what deadlines and lists call the paper. */
  readonly shortName: string;
  readonly profile: PaperProfile;
  /** Must pass 法律审核 before it goes to signature; the reason, empty when not. */
  readonly legalReviewReason: string;
  /** Codes of posts that may sign; null: every leader in office. */
  readonly signerPosts: readonly string[] | null;
  /** Rule text that says who signs. */
  readonly signerBasis: string;
  /** Carries a 发文字号. */
  readonly isNumbered: boolean;
  /** Codes of ways of service that local rules allow although the catalogue has them off. */
  readonly extraServiceMethods: readonly string[];
  /** Rule key of the printed reply term; empty when none. */
  readonly replyRuleKey: string;
  /** How long, at most, an answer may be put off, and how often. */
  readonly extension: {
    readonly n: number;
    readonly unit: RuleUnit;
    readonly times: number;
    readonly basis: string;
  };
};
