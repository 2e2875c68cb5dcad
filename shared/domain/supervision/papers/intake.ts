import type { FieldValues } from '../../kernel/field';
import { textOf } from '../../papers/lifecycle-values';
import { topicsOf } from '../catalogue';
import { complainantTexts } from './complainant';
import type { PaperDefinition, PaperInput } from './paper';
import { after, basic, codesOf, day, lastValues, typed } from './values';

/** Registration, acceptance, refusal, passing on; recusal; hearing both sides. */

export const registrationForm: PaperDefinition = {
  kind: 'registrationForm',
  placeholders: (input) => ({ texts: complainantTexts(input) }),
  initial: () => ({}),
};

/** Values typed when the case was accepted or refused. */
const decisionOf = (input: PaperInput): FieldValues =>
  lastValues(input, 'accept', 'returnFromTransfer', 'decline');

export const approvalForm: PaperDefinition = {
  kind: 'approvalForm',
  placeholders: (input) => {
    const decision = decisionOf(input);
    const plan = (
      [
        ['听取意见', 'talkPlannedOn'],
        ['调查', 'investigationPlannedOn'],
        ['提出处理意见', 'decisionPlannedOn'],
      ] as const
    ).flatMap(([label, name]) => (day(decision[name]) ? [`${label}：${day(decision[name])}`] : []));
    return { texts: { plan: plan.join('；'), decline_reason: declineReason(input, decision) } };
  },
  initial: (input) => {
    const decision = decisionOf(input);
    const isDeclined = typed(input, 'variant') === 'decline' || input.case?.state === 'C04';
    const due = input.case?.deadlines.find((deadline) => deadline.kind === 'nonAcceptance')?.dueOn;
    const people = (input.case?.investigators ?? []).filter((person) => !person.isRecused);
    const names = people.map((person) => person.name).join('、') || '工会劳动法律监督员';
    const planned = day(decision.decisionPlannedOn);
    const defaults = isDeclined
      ? {
          handlerOpinion: `经审查，该事项${declineReason(input, decision) || '不属于受理范围'}，建议不予受理，并${due ? `于${day(due)}前` : '按期'}书面告知反映人。`,
          departmentOpinion: '同意承办人意见，请按期书面告知反映人，做好解释和引导。',
          leaderOpinion: '同意不予受理。',
        }
      : {
          handlerOpinion: `经初步审查，该事项属于工会劳动法律监督范围，未发现已由行政机关、仲裁机构或者人民法院受理的情形，建议予以受理，拟由${names}共同办理${planned ? `，于${planned}前完成调查并提出处理意见` : ''}。`,
          departmentOpinion: '同意承办人意见，请依规办理，注意做好反映人信息保密工作。',
          leaderOpinion: '同意受理，请抓紧办理并及时报告进展。',
        };
    return {
      variant: isDeclined ? 'decline' : 'accept',
      handlerOpinion: defaults.handlerOpinion,
      departmentOpinion: textOf(decision, 'departmentOpinion') || defaults.departmentOpinion,
      leaderOpinion:
        textOf(decision, 'leaderOpinion') || textOf(decision, 'approverOpinion') || defaults.leaderOpinion,
    };
  },
};

/** Reason of refusal in the words of the catalogue, with the organ that has the matter. */
function declineReason(input: PaperInput, values: FieldValues): string {
  const reason = declineItem(input, values);
  return reason ? withOrgan(reason.reason, input, values) : '';
}

const declineItem = (input: PaperInput, values: FieldValues) =>
  input.catalogue.options['decline-reasons'].items.find((item) => item.code === textOf(values, 'reason'));

const withOrgan = (text: string, input: PaperInput, values: FieldValues): string =>
  text.replaceAll('{{org}}', textOf(values, 'organ') || basic(input, 'otherOrgan') || '有关机关');

export const acceptanceNotice: PaperDefinition = {
  kind: 'acceptanceNotice',
  placeholders: (input) => ({ texts: complainantTexts(input) }),
  initial: () => ({}),
};

export const declineNotice: PaperDefinition = {
  kind: 'declineNotice',
  placeholders: (input) => ({
    texts: { ...complainantTexts(input), decline_reason: declineReason(input, input.values) },
  }),
  initial: (input) => {
    const values = { ...decisionOf(input), ...input.values };
    return {
      reason: textOf(values, 'reason'),
      organ: textOf(values, 'organ') || basic(input, 'otherOrgan'),
      advice: withOrgan(declineItem(input, values)?.advice ?? '', input, values),
    };
  },
};

export const transferNotice: PaperDefinition = {
  kind: 'transferNotice',
  placeholders: () => ({}),
  initial: (input) => {
    const values = lastValues(input, 'transferOut');
    return {
      target: textOf(values, 'target'),
      dueOn: textOf(values, 'dueOn') || after(input, 30),
    };
  },
};

export const recusalForm: PaperDefinition = {
  kind: 'recusalForm',
  placeholders: (input) => {
    const person = (name: string) =>
      input.case?.investigators.find((known) => String(known.supervisorId) === String(input.values[name]));
    return {
      texts: {
        leaving_name: person('leaving')?.name ?? '',
        replacement_name: person('replacement')?.name ?? '',
        replacement_cert: person('replacement')?.certificateNo ?? '',
      },
    };
  },
  initial: (input) => ({ ...lastValues(input, 'recuse') }),
};

export const talkNotice: PaperDefinition = {
  kind: 'talkNotice',
  placeholders: () => ({}),
  initial: (input) => ({
    talkOn: after(input, 7),
    confirmBy: after(input, 5),
    talkTime: '09:30',
    place: `${input.unit.unitName}会议室（${input.unit.address}）`,
    agenda: topicsOf(codesOf(input), input.catalogue).join('、'),
  }),
};

export const talkRecord: PaperDefinition = {
  kind: 'talkRecord',
  placeholders: () => ({}),
  initial: (input) => ({ ...lastValues(input, 'recordTalk') }),
};
