import type { Locator } from '@playwright/test';
import type { Field, Option } from '../../../shared/domain/kernel/field.ts';

/** What is typed into a form, by the names of its fields; what is undefined or null is left as it is. */
export type Typed = Readonly<Record<string, unknown>>;

/** Fills a described form as a person does: types, ticks, picks by what is written on the screen. */
export async function fillForm(
  scope: Locator,
  fields: readonly Field[],
  values: Typed,
  prefix?: string,
): Promise<void> {
  const wanted = fields.filter(({ name }) => values[name] !== undefined && values[name] !== null);
  const unknown = Object.keys(values).filter((name) => fields.every((field) => field.name !== name));
  if (unknown.length > 0) throw new Error(`The form has no ${unknown.join(', ')}`);
  if (wanted.length === 0) return;
  const start = prefix ?? (await prefixOf(scope, fields));
  for (const field of wanted) await fillField(scope, `${start}-${field.name}`, field, values[field.name]);
}

/** What stands before the field's name in the ids of a form whose prefix is made up. */
async function prefixOf(scope: Locator, fields: readonly Field[]): Promise<string> {
  const names = fields.map(({ name }) => name);
  await scope.locator('form.field-form .field').first().waitFor();
  const found = await scope.evaluate((element, known) => {
    for (const control of element.querySelectorAll('[id]')) {
      const name = known.find((candidate) => control.id.endsWith(`-${candidate}`));
      const start = name === undefined ? '' : control.id.slice(0, -name.length - 1);
      if (/^\w+$/.test(start)) return start;
    }
    return null;
  }, names);
  if (found === null) throw new Error(`No form with ${names.join(', ')}`);
  return found;
}

async function fillField(scope: Locator, id: string, field: Field, value: unknown): Promise<void> {
  const control = scope.locator(`[id="${id}"]`);
  switch (field.kind) {
    case 'flag':
      await control.setChecked(value === true);
      return;
    case 'select':
      return choose(control, labelOf(field, value));
    case 'supervisor':
    case 'leader':
      return pick(control, `${value}（`);
    case 'employer':
      return pick(control, String(value), true);
    case 'multiSelect':
      return chooseMany(
        control,
        (value as readonly unknown[]).map((one) => labelOf(field, one)),
      );
    case 'rows':
      return fillRows(scope, id, field, value as Typed);
    case 'money':
      await control.fill((Number(value) / 100).toFixed(2));
      await control.blur();
      return;
    default:
      await control.fill(String(value));
      await control.blur();
  }
}

const labelOf = (field: Field, value: unknown): string => {
  const option = (field.options ?? []).find((candidate: Option) => candidate.value === value);
  if (!option) throw new Error(`${field.label} has no choice ${String(value)}`);
  return option.label;
};

/** The same values into each row the form opened with. */
async function fillRows(scope: Locator, id: string, field: Field, values: Typed): Promise<void> {
  const each = values.$each as Typed;
  const count = await scope.locator(`[id="${id}"] tbody tr`).count();
  for (let row = 0; row < count; row += 1) {
    for (const column of field.of ?? []) {
      const value = each[column.name];
      if (value !== undefined) await fillField(scope, `${id}-${row}-${column.name}`, column, value);
    }
  }
}

/** One of several: a group of radios where all are in sight, else a list. */
async function choose(control: Locator, label: string): Promise<void> {
  const isGroup = await control.evaluate((element) => element.classList.contains('ant-radio-group'));
  if (!isGroup) return pick(control, label);
  await control.getByRole('radio', { name: label, exact: true }).check();
}

async function chooseMany(control: Locator, labels: readonly string[]): Promise<void> {
  const isGroup = await control.evaluate((element) => element.tagName === 'FIELDSET');
  for (const label of labels) {
    if (isGroup) await control.getByRole('checkbox', { name: label, exact: true }).check();
    else await pick(control, label);
  }
  if (!isGroup) await control.press('Escape');
}

/** Opens the list of a select and takes the option that begins with the label; typing narrows long lists. */
export async function pick(control: Locator, label: string, mustSearch = false): Promise<void> {
  const page = control.page();
  const box = control.locator('xpath=ancestor::div[contains(concat(" ",@class," ")," ant-select ")][1]');
  const id = await control.getAttribute('id');
  const option = page
    .locator(`.ant-select-dropdown:has([id="${id}_list"]) .ant-select-item-option`)
    .filter({ hasText: startingWith(label) })
    .first();
  // A form that is still opening takes the focus for itself, and the list closes again.
  for (let attempt = 1; ; attempt += 1) {
    if ((await control.getAttribute('aria-expanded')) !== 'true') await box.click();
    const isSearchable = await control.evaluate((element) => !element.hasAttribute('readonly'));
    if (mustSearch || isSearchable) await control.fill(label.replace(/（$/, ''));
    try {
      await option.click({ timeout: attempt < MOST_ATTEMPTS ? 1_000 : undefined });
      return;
    } catch (error) {
      if (attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

const MOST_ATTEMPTS = 4;

const startingWith = (label: string): RegExp =>
  new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
