import type { Dictionary } from './template';
import type { Template, TemplateBlock } from './template-schema';
import { placeholdersOf } from './template-text';
import { placeholderOf } from './template-values';

/** Placeholders, lists and conditions of the template that neither the module nor its own fields know. */
export function unknownNames(template: Template, dictionary: Dictionary): string[] {
  const fields = new Map(template.fields.map((field) => [placeholderOf(field.name), field]));
  const columns = (list: string): readonly string[] => {
    const own = fields.get(list)?.of?.map((column) => placeholderOf(column.name)) ?? [];
    return [...own, ...Object.keys(dictionary.lists[list] ?? {})];
  };
  const knowsText = (name: string): boolean => name in dictionary.texts || fields.has(name);
  const knowsList = (name: string): boolean => name in dictionary.lists || fields.get(name)?.kind === 'rows';
  const unknown = new Set<string>();

  const checkText = (text = '', list?: string): void => {
    const own = ['section', 'point', ...(list ? ['n', ...columns(list)] : [])];
    for (const name of placeholdersOf(text)) {
      if (!own.includes(name) && !knowsText(name)) unknown.add(name);
    }
    if (/\{\{|\}\}/.test(text.replace(/\{\{[a-z][a-z0-9_]*\??\}\}/g, ''))) unknown.add(text);
  };
  const checkCondition = (condition: string | undefined): void => {
    const name = condition?.replace(/^!/, '').replace(/=.*$/, '');
    if (name && !(name in dictionary.flags) && !knowsText(name) && !knowsList(name))
      unknown.add(`when ${name}`);
  };
  const checkRepeat = (list: string | undefined): void => {
    if (list && !knowsList(list)) unknown.add(`repeat ${list}`);
  };
  const checkBlock = (block: TemplateBlock): void => {
    checkCondition(block.when);
    if (block.type === 'paragraph') {
      checkRepeat(block.repeat);
      checkText(block.text, block.repeat);
    } else if (block.type === 'form') {
      for (const row of block.rows) {
        checkCondition(row.when);
        checkRepeat(row.repeat);
        for (const cell of row.cells) {
          for (const text of [cell.label, cell.value, cell.foot]) checkText(text, row.repeat);
        }
      }
    }
  };

  for (const text of [
    template.titlePattern,
    template.letterheadPattern,
    template.addresseePattern,
    template.signature?.issuer,
    template.remark,
    template.printedBy,
    ...template.copies,
  ]) {
    checkText(text);
  }
  for (const attachment of template.attachments) {
    checkCondition(attachment.when);
    checkRepeat(attachment.repeat);
    checkText(attachment.text, attachment.repeat);
  }
  template.blocks.forEach(checkBlock);
  for (const appendix of template.appendices) {
    checkCondition(appendix.when);
    checkText(appendix.title);
    appendix.blocks.forEach(checkBlock);
  }
  return [...unknown];
}

/** Keys used twice: an edit would hit two places. */
export function repeatedKeys(template: Template): string[] {
  const blocks = [...template.blocks, ...template.appendices.flatMap((appendix) => appendix.blocks)];
  const keys = blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block.key];
    if (block.type !== 'form') return [];
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.key ?? []));
  });
  return keys.filter((key, i) => keys.indexOf(key) !== i);
}
