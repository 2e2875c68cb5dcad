import { DraftNotice } from '@renderer/case-kit/draft-notice';
import { checkFields } from '@renderer/case-kit/field-form/check-fields';
import { enterToNext } from '@renderer/case-kit/field-form/enter-to-next';
import { FieldForm } from '@renderer/case-kit/field-form/field-form';
import type { FieldFormState } from '@renderer/case-kit/field-form/field-form-state';
import { groupFields } from '@renderer/case-kit/field-form/shown-fields';
import { LeaveGuard } from '@renderer/case-kit/leave-guard';
import { useSaveShortcut } from '@renderer/lib/shortcuts';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { Alert, Button, Checkbox, Space } from 'antd';
import { formPart, isFrom } from '../forms/form-part';
import { ClueViolations } from './clue-violations';
import { LimitationAdvice } from './limitation-advice';
import { RestrictedPanel } from './restricted-panel';
import { goToSection, type NavSection, SectionNav } from './section-nav';
import { useClueEditor } from './use-clue-editor';

type Props = {
  readonly fields: readonly Field[];
  readonly initial: FieldValues;
  /** The employer from whose page the form was opened. */
  readonly employerId: number | null;
};

/** The registration of a clue: facts, violations, and apart from them who complained. */
export function ClueForm({ fields, initial, employerId }: Props) {
  const editor = useClueEditor(fields, initial, employerId);
  const { form, complainant, hasComplainant, draft } = editor;
  const isLast = isFrom(fields, 'otherProcedure');
  useSaveShortcut(() => void editor.submit());

  const sections: NavSection[] = [
    ...openByGroup(formPart(form, (field) => !isLast(field))),
    { title: '涉嫌违法事项', openCount: editor.violations.length === 0 ? 1 : 0 },
    {
      title: '反映人信息',
      openCount: hasComplainant ? checkFields(complainant.fields, complainant.values).length : 0,
    },
    ...openByGroup(formPart(form, isLast)),
  ];

  return (
    <div className="sup-form-with-nav">
      <div className="sup-form-column" {...enterToNext}>
        <LeaveGuard isChanged={editor.isGuarded} draft={draft} draftKey={editor.draftKey} />
        <DraftNotice draft={draft} onGiveUp={editor.giveUp} />
        <FieldForm form={formPart(form, (field) => !isLast(field))} idPrefix="clue" hasCursor />
        <ClueViolations
          items={editor.violations}
          onChange={editor.setViolations}
          errors={editor.violationErrors}
        />
        <RestrictedPanel title="反映人信息">
          <Checkbox
            id="clue-has-complainant"
            className="sup-has-complainant"
            checked={hasComplainant}
            onChange={(event) => editor.setHasComplainant(event.target.checked)}
          >
            有反映人（投诉、举报）。工会巡查、上级交办等没有反映人的，不勾选。
          </Checkbox>
          {hasComplainant && <FieldForm form={complainant} idPrefix="complainant" />}
        </RestrictedPanel>
        <FieldForm form={formPart(form, isLast)} idPrefix="clue" />
        <LimitationAdvice />
        {editor.problem && <Alert type="warning" showIcon title={editor.problem} />}
        <div className="sup-form-foot">
          <span className="sup-muted" role="status">
            {draft.isFailing ? '草稿暂时没有存入，请尽快登记。' : editor.isChanged ? '草稿已自动保留' : ''}
          </span>
          <Space>
            <Button onClick={editor.leave}>返回列表（Esc）</Button>
            <Button type="primary" loading={editor.isSaving} onClick={() => void editor.submit()}>
              登记线索（Ctrl+S）
            </Button>
          </Space>
        </div>
      </div>
      <SectionNav sections={sections} onGo={goToSection} />
    </div>
  );
}

const openByGroup = (form: FieldFormState): NavSection[] =>
  groupFields(form.fields, form.values).map(({ title, fields }) => ({
    title,
    openCount: checkFields(fields, form.values).length,
  }));
