import type { FieldValues } from '../../kernel/field';
import { letterItem } from './lists';
import type { PaperDefinition, PaperInput } from './paper';
import { addresseeOf, bookTitle, day, itemsOf, lastValues } from './values';

/** Forms on which the office decides: signature, seal, suspension, correction. */

export const signingForm: PaperDefinition = {
  kind: 'signingForm',
  placeholders: () => ({}),
  initial: (input) => ({
    draftedOn: input.today,
    copiesTo: typeof input.basedOn?.values.copiesTo === 'string' ? input.basedOn.values.copiesTo : '',
    summary: signingSummary(input),
  }),
};

function signingSummary({ basedOn, ...input }: PaperInput): string {
  if (!basedOn) return '';
  const names = itemsOf({ basedOn, ...input }).map((item) => item.name);
  const about = names.length > 0 ? `就${names.join('、')}等问题，` : '';
  return `${about}拟向${addresseeOf(basedOn)}发出${bookTitle(basedOn.title)}，全文附后。`;
}

export const sealRegister: PaperDefinition = {
  kind: 'sealRegister',
  placeholders: (input) => {
    const letters = input.basedOn ? [input.basedOn] : (input.case?.documents ?? []);
    return {
      lists: {
        sealed_letters: letters
          .filter((document) => document.documentNo !== '' && document.status !== 'D99')
          .map(letterItem),
      },
    };
  },
  initial: () => ({}),
};

export const suspensionForm: PaperDefinition = {
  kind: 'suspensionForm',
  placeholders: ({ values }) => {
    const dates: Record<string, unknown> = {
      extend: values.appliedOn,
      pause: values.pausedOn,
      terminate: values.terminatedOn,
    };
    return { texts: { decided_on: day(dates[String(values.variant)]) } };
  },
  initial: (input): FieldValues => {
    const isPaused = input.case?.state === 'C90';
    const isEnded = input.case?.state === 'C91';
    if (isPaused) return { variant: 'pause', ...lastValues(input, 'pause') };
    if (isEnded) return { variant: 'terminate', ...lastValues(input, 'terminate') };
    return { variant: 'extend', appliedOn: input.today };
  },
};

export const correctionForm: PaperDefinition = {
  kind: 'correctionForm',
  placeholders: () => ({}),
  initial: (input) => ({
    variant: input.basedOn?.servedOn ? 'withdraw' : 'correct',
  }),
};
