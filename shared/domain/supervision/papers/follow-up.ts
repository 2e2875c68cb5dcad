import { rowsOf, textOf } from '../../papers/lifecycle-values';
import { topicsOf } from '../catalogue';
import { departmentCall, departmentName, departmentNames, materialsOf } from './letters';
import type { PaperDefinition, PaperInput } from './paper';
import { after, basic, bookTitle, codesOf, day, itemsOf, lastValues, phrase, typed } from './values';

/** After the letter: dunning, the employer's answer, the look at what was corrected, and passing the matter on. */

export const dunningLetter: PaperDefinition = {
  kind: 'dunningLetter',
  placeholders: () => ({}),
  initial: (input) => ({
    replyState: input.basedOn?.repliedOn ? 'incomplete' : 'none',
    newDueOn: after(input, 7),
    nextStep: input.basedOn?.kind === 'opinionLetter' ? 'recommend' : 'opinion',
  }),
};

export const replyForm: PaperDefinition = {
  kind: 'replyForm',
  placeholders: () => ({}),
  initial: () => ({}),
};

export const replyReview: PaperDefinition = {
  kind: 'replyReview',
  placeholders: (input) => ({ texts: { in_time: inTime(input) } }),
  initial: (input) => {
    const repliedOn = input.basedOn?.repliedOn ?? input.today;
    const due = input.basedOn?.dueOn;
    const timely = due ? (repliedOn <= due ? '在规定期限内' : '超过规定期限') : '';
    return {
      repliedOn,
      summary: textOf(lastValues(input, 'document.reply'), 'summary'),
      reviewItems: itemsOf(input).map((item) => ({
        title: item.name,
        judgement: null,
        answer: null,
        lacking: null,
      })),
      opinion: `经审查，用人单位于${day(repliedOn)}作出书面答复${timely ? `，${timely}` : ''}。答复已对各项问题作出说明，评价见上表。建议对改正情况进行核查，需要补充的材料要求用人单位限期补充。`,
    };
  },
};

function inTime(input: PaperInput): string {
  const repliedOn = typed(input, 'repliedOn');
  const due = input.basedOn?.dueOn;
  if (!repliedOn || !due) return '';
  return repliedOn <= due ? '按期' : '逾期';
}

export const recheckRecord: PaperDefinition = {
  kind: 'recheckRecord',
  placeholders: () => ({}),
  initial: (input) => {
    const values = { ...lastValues(input, 'recheck'), ...input.values };
    const answers = new Map(rowsOf(values, 'items').map((row) => [Number(row.item), row]));
    return {
      recheckedOn: input.today,
      ...lastValues(input, 'recheck'),
      recheckItems: itemsOf(input).map((item) => ({
        title: item.name,
        state:
          String(answers.get(item.id)?.state ?? (item.rectified === 'pending' ? '' : item.rectified)) || null,
        evidence: String(answers.get(item.id)?.evidence ?? '') || null,
      })),
    };
  },
};

export const followUpLetter: PaperDefinition = {
  kind: 'followUpLetter',
  placeholders: () => ({}),
  initial: (input) => {
    const transfer = lastValues(input, 'transferOut');
    const employer = input.case?.employer?.name ?? '';
    return {
      target: textOf(transfer, 'target'),
      assignedOn: textOf(transfer, 'transferredOn') || (input.basedOn?.signedOn ?? null),
      assignedNo: input.basedOn?.documentNo ?? '',
      matter: employer && `${employer}有关${topicsOf(codesOf(input), input.catalogue).join('、')}等事项`,
      dueOn: after(input, 15),
    };
  },
};

export const transferLetter: PaperDefinition = {
  kind: 'transferLetter',
  placeholders: (input) => ({
    texts: {
      organ_call: departmentCall(typed(input, 'organ')),
      department_name: typed(input, 'organ'),
      facts: phrase(typed(input, 'facts')),
      receipt_title: `关于移送${input.case?.employer?.name ?? ''}有关线索的函`,
    },
  }),
  initial: (input) => {
    const groups = (
      [
        ['女职工', 'workersFemale'],
        ['农民工', 'workersMigrant'],
        ['新就业形态劳动者', 'workersPlatform'],
      ] as const
    ).flatMap(([label, name]) => {
      const n = basic(input, name);
      return n && n !== '0' ? [`${label}${n}人`] : [];
    });
    return {
      facts: itemsOf(input)
        .map((item) => phrase(item.fact))
        .join('；'),
      groups: groups.join('、'),
      attitude:
        input.values.isUncooperative === true ? '该单位不配合我会监督工作' : '该单位接受了我会的调查了解',
      materials: materialsOf(input),
    };
  },
};

export const handoverList: PaperDefinition = {
  kind: 'handoverList',
  placeholders: (input) => ({ texts: { department_name: typed(input, 'departmentName') } }),
  initial: (input) => ({
    departmentName: input.basedOn?.addressee || departmentName(input) || departmentNames(input)[0] || '',
    materials: materialsOf(input),
  }),
};

const REQUESTS: Readonly<Record<string, string>> = {
  reminderLetter: 'reminder_title',
  opinionLetter: 'opinion_title',
  recommendationLetter: 'recommendation_title',
};

export const upperUnionRequest: PaperDefinition = {
  kind: 'upperUnionRequest',
  placeholders: (input) => {
    const employer = input.case?.employer?.name ?? '';
    const titles: Record<string, string> = {
      reminder_title: '工会劳动法律监督提示函',
      opinion_title: '工会劳动法律监督意见书',
      recommendation_title: '工会劳动法律监督建议书',
    };
    const title = titles[REQUESTS[typed(input, 'letterKind')] ?? ''];
    const target = title === titles.recommendation_title ? '有关部门' : employer;
    return {
      texts: {
        upper_union_name: typed(input, 'upperUnion'),
        request_action: title
          ? `就${employer}有关问题向${target}发出${bookTitle(title)}`
          : `对${employer}有关问题提级办理`,
        reason: typed(input, 'reason') && `${phrase(typed(input, 'reason'))}。`,
      },
    };
  },
  initial: (input) => ({
    upperUnion: input.unit.upperUnion,
    reason: textOf(lastValues(input, 'requestUpperUnion'), 'reason'),
  }),
};
