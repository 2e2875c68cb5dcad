import { textOf } from '../../papers/lifecycle-values';
import type { PlaceholderValues } from '../../papers/template-values';
import { citationOf, topicsOf, violationsOf } from '../catalogue';
import { itemLists, materialLists, processOf } from './lists';
import type { PaperInput } from './paper';
import {
  addresseeOf,
  basic,
  bookTitle,
  codesOf,
  count,
  day,
  enteredOn,
  itemsOf,
  labelOf,
  lawsOf,
  localBasis,
  periodOf,
  periodText,
  ruleText,
  yuan,
} from './values';

/** What every paper of the module knows; a paper's own function adds to it or overrides it. */
export function commonValues(input: PaperInput): PlaceholderValues {
  return {
    texts: {
      ...unitTexts(input),
      ...employerTexts(input),
      ...caseTexts(input),
      ...violationTexts(input),
      ...investigatorTexts(input),
      ...ruleTexts(input),
      ...basedOnTexts(input),
      clue_public: publicPhrase(input),
      sign_date: day(input.signedOn),
      today: day(input.today),
    },
    lists: { ...itemLists(input), ...materialLists(input) },
    flags: {
      has_employer: (input.case?.employer ?? input.employer) !== null,
      is_refused: ['refused', 'left'].includes(input.basedOn?.serviceOutcome ?? ''),
    },
  };
}

function unitTexts({ unit }: PaperInput): Record<string, string> {
  return {
    issuer: unit.unitName,
    printing_office: unit.printingOffice || unit.unitName,
    issuer_code: unit.issuerCode,
    area: unit.area,
    contact: unit.contact,
    phone: unit.phone,
    unit_address: unit.address,
    email: unit.email,
    postcode: unit.postcode,
    upper_union: unit.upperUnion,
    labor_department: unit.laborDepartment,
    fonds_name: unit.fondsName || unit.unitName,
  };
}

function employerTexts(input: PaperInput): Record<string, string> {
  const employer = input.case?.employer ?? input.employer;
  if (!employer) return {};
  return {
    employer: employer.name,
    uscc: employer.uscc,
    employer_address: employer.address,
    business_address: employer.businessAddress || employer.address,
    legal_representative: employer.legalRepresentative,
    employer_contact: employer.contactName,
    employer_phone: employer.contactPhone,
    industry: labelOf(input, 'industries', employer.industry),
    nature: labelOf(input, 'employer-natures', employer.nature),
    town: employer.town,
    headcount: count(employer.headcount),
    has_union: { yes: '已建会', no: '未建会', unknown: '' }[employer.hasUnion],
  };
}

function caseTexts(input: PaperInput): Record<string, string> {
  const { case: file } = input;
  if (!file) return {};
  return {
    // A clue that was declined or transferred never had a 案号: it is filed under its own number.
    case_no: file.caseNo || (file.closedOn === null ? '' : file.clueNo),
    clue_no: file.clueNo,
    case_title: file.title,
    handler: file.handlerName,
    received_on: basic(input, 'receivedOn') || day(file.openedOn),
    registered_on: enteredOn(input, 'C02') || day(file.openedOn),
    accepted_on: enteredOn(input, 'C06'),
    closed_on: day(file.closedOn),
    archived_on: day(file.archivedOn),
    source: basic(input, 'source'),
    clue_kind: basic(input, 'clueKind').replace(/（.*）/, ''),
    urgency: basic(input, 'urgency'),
    employment_form: basic(input, 'employmentForm'),
    topic_summary: basic(input, 'topicSummary'),
    facts_reported: basic(input, 'facts'),
    own_evidence: basic(input, 'ownEvidence'),
    requests: basic(input, 'requests'),
    period: periodOf(input),
    workers_female: basic(input, 'workersFemale'),
    workers_migrant: basic(input, 'workersMigrant'),
    workers_platform: basic(input, 'workersPlatform'),
    sensitive_flags: basic(input, 'sensitiveFlags'),
    other_procedure: otherProcedure(input),
    process: processOf(input),
  };
}

function otherProcedure(input: PaperInput): string {
  if (input.case?.basics.otherProcedure !== 'yes') return basic(input, 'otherProcedure');
  const parts = ['otherOrgan', 'otherNo', 'otherOn', 'otherStage'].map((name) => basic(input, name));
  return `是：${parts.filter(Boolean).join('，')}`;
}

/** Neutral source of what a letter says. It never tells who spoke. */
function publicPhrase(input: PaperInput): string {
  const source = input.catalogue.options['clue-sources'].items.find(
    (item) => item.code === input.case?.basics.source,
  );
  return source?.publicPhrase ?? '我会在履行劳动法律监督职责过程中';
}

function violationTexts(input: PaperInput): Record<string, string> {
  const items = itemsOf(input);
  const codes = codesOf(input);
  const names = violationsOf(codes, input.catalogue);
  const basics = input.case?.basics ?? {};
  const workers = Math.max(0, ...items.map((item) => item.workerCount ?? 0));
  const amount = items.reduce((sum, item) => sum + (item.amountFen ?? 0), 0);
  return {
    topics: topicsOf(codes, input.catalogue).join('、'),
    violation_names: names.map((type) => type.name).join('、'),
    violation_codes: codes.join('、'),
    laws: lawsOf(input, codes),
    laws_with_liability: lawsOf(input, codes, true),
    workers_detail: workersDetail(input),
    workers: count(typeof basics.workersTotal === 'number' ? basics.workersTotal : workers),
    amount: yuan(amount || (typeof basics.amountFen === 'number' ? basics.amountFen : 0)),
  };
}

/** 86人（其中女职工31人、农民工40人）. */
function workersDetail(input: PaperInput): string {
  const total = basic(input, 'workersTotal');
  const parts = (
    [
      ['女职工', 'workersFemale'],
      ['农民工', 'workersMigrant'],
      ['新就业形态劳动者', 'workersPlatform'],
    ] as const
  ).flatMap(([label, name]) => (Number(basic(input, name)) > 0 ? [`${label}${basic(input, name)}人`] : []));
  if (!total) return '';
  return parts.length > 0 ? `${total}人（其中${parts.join('、')}）` : `${total}人`;
}

function investigatorTexts(input: PaperInput): Record<string, string> {
  const serving = (input.case?.investigators ?? []).filter((person) => !person.isRecused);
  const [a, b] = serving;
  return {
    investigator_a: a?.name ?? '',
    cert_a: a?.certificateNo ?? '',
    valid_a: a ? `${day(a.validFrom)}至${day(a.validTo)}` : '',
    investigator_b: b?.name ?? '',
    cert_b: b?.certificateNo ?? '',
    valid_b: b ? `${day(b.validFrom)}至${day(b.validTo)}` : '',
    investigators: serving.map((person) => person.name).join('、'),
  };
}

/** 《local rule》 with the article for each purpose, and what national law says of the union's powers. */
function ruleTexts(input: PaperInput): Record<string, string> {
  const name = ruleText(input, 'supervision.localRuleName');
  const general = (key: string): string =>
    input.catalogue.generalBases.bases
      .filter((basis) => basis.key === key)
      .map(citationOf)
      .join('');
  return {
    local_rule: name && `《${name}》`,
    decline_basis: localBasis(input, 'supervision.localRuleDeclineArticle'),
    investigation_basis: localBasis(input, 'supervision.localRuleInvestigationArticle'),
    opinion_basis: localBasis(input, 'supervision.localRuleOpinionArticle'),
    reply_basis: localBasis(input, 'supervision.localRuleReplyArticle'),
    recommendation_basis: localBasis(input, 'supervision.localRuleRecommendationArticle'),
    union_demand_basis: general('union.negotiate'),
    union_inquiry_basis: general('union.investigate'),
    reply_period: periodText(input.values.replyN, input.values.replyUnit),
    reminder_title: ruleText(input, 'supervision.reminderTitle') || '工会劳动法律监督提示函',
    opinion_title: ruleText(input, 'supervision.opinionTitle') || '工会劳动法律监督意见书',
    recommendation_title: ruleText(input, 'supervision.recommendationTitle') || '工会劳动法律监督建议书',
  };
}

function basedOnTexts({ basedOn, values }: PaperInput): Record<string, string> {
  const replaces = {
    replaces_document_no: textOf(values, 'replacesDocumentNo'),
    replaces_signed_on: day(values.replacesSignedOn),
  };
  if (!basedOn) return replaces;
  return {
    ...replaces,
    based_title: basedOn.title,
    based_name: bookTitle(basedOn.title),
    based_no: basedOn.documentNo,
    based_addressee: addresseeOf(basedOn),
    based_signed_on: day(basedOn.signedOn),
    based_signer: [basedOn.signerName, basedOn.signerPost].filter(Boolean).join('　'),
    based_drafter: basedOn.draftedBy,
    based_served_on: day(basedOn.servedOn),
    based_due_on: day(basedOn.dueOn),
    based_replied_on: day(basedOn.repliedOn),
    based_period: periodText(basedOn.replyN, basedOn.replyUnit),
    based_pages: count(basedOn.pageCount),
  };
}
