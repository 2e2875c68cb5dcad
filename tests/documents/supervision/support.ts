import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleProfile } from '@shared/domain/kernel/rule-profile';
import { parseRuleProfile } from '@shared/domain/kernel/rule-profile-schema';
import { resolveRules } from '@shared/domain/kernel/rules';
import type { WordingLexicon } from '@shared/domain/kernel/wording-check';
import type { Block, PaperModel, Run } from '@shared/domain/papers/model';
import type { PaperTemplate } from '@shared/domain/papers/template';
import { parseTemplate } from '@shared/domain/papers/template-schema';
import { type Catalogue, catalogueFiles, parseCatalogue } from '@shared/domain/supervision/catalogue';

const resources = join(import.meta.dirname, '../../../resources');

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(resources, ...path), 'utf8'));

const jsonNames = (...path: string[]): string[] =>
  readdirSync(join(resources, ...path)).filter((name) => name.endsWith('.json'));

export const templateFolder = ['templates', 'supervision'] as const;

export function loadTemplates(): Map<string, PaperTemplate> {
  const all = jsonNames(...templateFolder).map((name) => parseTemplate(readJson(...templateFolder, name)));
  return new Map(all.map((template) => [template.kind, template]));
}

export const loadCatalogue = (): Catalogue =>
  parseCatalogue(
    Object.fromEntries(catalogueFiles.map((name) => [name, readJson('catalogues', `${name}.json`)])),
  );

export const loadLexicon = (): WordingLexicon => readJson('catalogues', 'wording.json') as WordingLexicon;

export function loadRules(profile = 'zhejiang') {
  const profiles: RuleProfile[] = jsonNames('rules').map((name) => parseRuleProfile(readJson('rules', name)));
  return resolveRules(profiles, profile, '2026-12-18');
}

/** A paper as a reader sees it, for review in a text file. */
export function asText(model: PaperModel): string {
  const lines: string[] = [
    `〔${model.layout}〕${model.letterhead}`,
    model.documentNo ?? '（无文号）',
    `# ${model.title}`,
  ];
  if (model.addressee !== undefined) lines.push(`${model.addressee}：`);
  lines.push(...blocksAsText(model.blocks));
  model.attachments.forEach((title, i) => {
    lines.push(`${i === 0 ? '附件：' : '　　　'}${model.attachments.length > 1 ? `${i + 1}.` : ''}${title}`);
  });
  if (model.signature)
    lines.push(`　　　　${model.signature.issuer}（印章）　${model.signature.signedOn ?? '　年　月　日'}`);
  if (model.remark) lines.push(`（${model.remark}）`);
  if (model.copiesTo.length > 0) lines.push(`抄送：${model.copiesTo.join('，')}。`);
  if (model.printedBy) lines.push(`印发：${model.printedBy}`);
  for (const appendix of model.appendices) {
    lines.push('', `---- 附件〔${appendix.layout}〕${appendix.title}`, ...blocksAsText(appendix.blocks));
  }
  return `${lines.join('\n')}\n`;
}

const textOf = (runs: readonly Run[]): string =>
  runs.map((run) => (run.isMissing ? `<缺：${run.text}>` : run.text)).join('');

function blocksAsText(blocks: readonly Block[]): string[] {
  const marks: Record<string, string> = {
    heading1: '■',
    heading2: '▪',
    flush: '',
    right: '→',
    center: '↔',
    note: '※',
  };
  return blocks.flatMap((block): string[] => {
    if (block.type === 'pageBreak') return ['======'];
    if (block.type === 'paragraph') return [`${marks[block.role] ?? '　　'}${textOf(block.runs)}`];
    return block.rows.map(
      (row) =>
        `| ${row.cells
          .map((cell) => {
            const text = cell.lines.map(textOf).join(' ⏎ ');
            return `${cell.isLabel ? `[${text}]` : text}${cell.foot ? ` ⏎⏎ ${cell.foot}` : ''}`;
          })
          .join(' | ')} |`,
    );
  });
}

/** Runs still waiting for a value, anywhere in the model. */
export function missingRuns(model: PaperModel): string[] {
  const found: string[] = [];
  const look = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'paragraph')
        found.push(...block.runs.filter((run) => run.isMissing).map((run) => run.text));
      if (block.type === 'table') {
        for (const cell of block.rows.flatMap((row) => row.cells)) {
          found.push(
            ...cell.lines
              .flat()
              .filter((run) => run.isMissing)
              .map((run) => run.text),
          );
        }
      }
    }
  };
  look(model.blocks);
  for (const appendix of model.appendices) look(appendix.blocks);
  return found;
}
