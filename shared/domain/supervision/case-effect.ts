import type { CivilDate } from '../kernel/civil-date';
import type { FieldValues } from '../kernel/field';
import type { DeadlineEffect, DocumentEffect } from '../papers/lifecycle-effect';
import type { ViolationData } from './case-data';
import type { CaseState } from './case-state';
import type { PaperKind } from './paper-kinds';

export type Finding = ViolationData['finding'];
export type Rectified = ViolationData['rectified'];

/** What an action does to a case; the service applies all effects of one decision in one transaction, in order. */
export type CaseEffect =
  | { readonly type: 'state'; readonly to: CaseState }
  /** Gives the case its 线索号 or 案号. */
  | { readonly type: 'number'; readonly what: 'clue' | 'case' }
  /** Merged into the basics. */
  | { readonly type: 'basics'; readonly values: FieldValues }
  | DeadlineEffect
  | {
      readonly type: 'investigators';
      readonly add: readonly number[];
      readonly recuse: readonly { readonly id: number; readonly reason: string; readonly on: CivilDate }[];
    }
  | {
      readonly type: 'findings';
      readonly items: readonly { readonly id: number; readonly finding: Finding }[];
    }
  | {
      readonly type: 'rectified';
      readonly items: readonly { readonly id: number; readonly state: Rectified }[];
    }
  /** A draft of that paper is prepared; `basedOnId` is the paper it is about, `values` go into its form. */
  | {
      readonly type: 'paper';
      readonly kind: PaperKind;
      readonly basedOnId?: number;
      readonly values?: FieldValues;
    }
  /** Something that happened to one of the case's papers. */
  | { readonly type: 'document'; readonly documentId: number; readonly effects: readonly DocumentEffect[] }
  | { readonly type: 'close'; readonly on: CivilDate; readonly reason: string }
  | { readonly type: 'archive'; readonly on: CivilDate; readonly values: FieldValues }
  | { readonly type: 'reopen' }
  /** A sentence for the caseworker: what to do now. */
  | { readonly type: 'message'; readonly level: 'info' | 'warn' | 'danger'; readonly text: string };

/** The effects when the condition holds, else none. */
export const effectsIf = (condition: boolean, ...effects: readonly CaseEffect[]): readonly CaseEffect[] =>
  condition ? effects : [];
