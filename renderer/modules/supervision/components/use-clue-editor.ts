import { flushDraft } from '@renderer/case-kit/draft-store';
import { useFieldForm } from '@renderer/case-kit/field-form/field-form-state';
import { useDraft } from '@renderer/case-kit/use-draft';
import { useLeaveShortcut } from '@renderer/lib/shortcuts';
import { EMPTY_COMPLAINANT } from '@shared/contract/complainant';
import type { AppError, FieldError } from '@shared/contract/result';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useClueRegister } from '../api';
import { COMPLAINANT_FIELDS, toComplainant } from '../forms/complainant-fields';
import { toViolationInput } from '../forms/violation-fields';
import type { ClueViolation } from './clue-violations';

/** A clue begun from an employer's page does not bring back the one begun elsewhere. */
const draftKeyOf = (employerId: number | null) =>
  employerId === null ? 'supervision.clue.new' : `supervision.clue.new:${employerId}`;
/** 工作中发现, 上级交办、移送: usually nobody complained. */
const KINDS_WITHOUT_COMPLAINANT: readonly string[] = ['found', 'assigned'];

type Kept = {
  readonly values: FieldValues;
  readonly complainant: FieldValues;
  readonly saidHasComplainant: boolean | null;
  readonly violations: readonly ClueViolation[];
};

/** State of the clue form: its three parts, one draft for all of them, and the registration. */
export function useClueEditor(fields: readonly Field[], blank: FieldValues, employerId: number | null) {
  const navigate = useNavigate();
  const draftKey = draftKeyOf(employerId);
  const initial = useMemo(
    () => (employerId === null ? blank : { ...blank, employerId }),
    [blank, employerId],
  );
  const form = useFieldForm({ fields, initial });
  const complainant = useFieldForm({ fields: COMPLAINANT_FIELDS, initial: EMPTY_COMPLAINANT });
  // null: nobody has said so yet, the kind of the clue tells.
  const [saidHasComplainant, setHasComplainant] = useState<boolean | null>(null);
  const hasComplainant =
    saidHasComplainant ?? !KINDS_WITHOUT_COMPLAINANT.includes(String(form.values.clueKind));
  const [violations, setViolations] = useState<readonly ClueViolation[]>([]);
  const [violationErrors, setViolationErrors] = useState<readonly FieldError[]>([]);
  const [problem, setProblem] = useState('');
  const [target, setTarget] = useState<string | null>(null);
  const register = useClueRegister();

  const isChanged =
    form.isChanged || complainant.isChanged || violations.length > 0 || saidHasComplainant === false;
  const kept = useMemo<Kept>(
    () => ({ values: form.values, complainant: complainant.values, saidHasComplainant, violations }),
    [form.values, complainant.values, saidHasComplainant, violations],
  );
  const draft = useDraft<Kept>(draftKey, kept, {
    isChanged,
    onRestore: (restored) => {
      form.replace(restored.values);
      complainant.replace(restored.complainant);
      setHasComplainant(restored.saidHasComplainant);
      setViolations(restored.violations);
    },
  });

  const giveUp = () => {
    form.reset(initial);
    complainant.reset(EMPTY_COMPLAINANT);
    setHasComplainant(null);
    setViolations([]);
    setViolationErrors([]);
    setProblem('');
  };

  // The leave guard must have heard that it need not ask before the address changes.
  useEffect(() => {
    if (target !== null) void navigate(target);
  }, [target, navigate]);
  const leave = () => void flushDraft(draftKey).then(() => setTarget('/supervision'));
  useLeaveShortcut(leave);

  const refuse = (error: AppError) => {
    const parts = splitErrors(error.fields ?? []);
    form.refuse({ ...error, fields: parts.values });
    if (parts.complainant.length > 0) complainant.refuse({ ...error, fields: parts.complainant });
    setViolationErrors(parts.violations);
    setProblem(error.message);
    if ((error.fields ?? []).length > 0) showFirstErrors();
  };

  const submit = async () => {
    if (register.isRunning) return;
    const isFormFine = form.check();
    const isComplainantFine = !hasComplainant || complainant.check();
    if (!isFormFine || !isComplainantFine) {
      setProblem('还有必填内容没有填写，已在上方标出。');
      showFirstErrors();
      return;
    }
    const result = await register.run({
      values: form.values,
      complainant: hasComplainant ? toComplainant(complainant.values) : null,
      violations: violations.map((item) => toViolationInput(item.code, item.values)),
    });
    if (!result.ok) {
      refuse(result.error);
      return;
    }
    await draft.discard();
    setTarget(`/supervision/cases/${result.value.id}`);
  };

  return {
    form,
    complainant,
    hasComplainant,
    setHasComplainant,
    violations,
    setViolations,
    violationErrors,
    problem,
    draft,
    draftKey,
    isChanged,
    isGuarded: isChanged && target === null,
    isSaving: register.isRunning,
    giveUp,
    leave,
    submit,
  };
}

/** The summary stands above the form, out of sight of somebody who pressed the button at its foot. */
function showFirstErrors(): void {
  setTimeout(() => document.querySelector('.error-summary')?.scrollIntoView({ block: 'center' }), 50);
}

/** Which part of the page each refused field belongs to. */
function splitErrors(errors: readonly FieldError[]) {
  const under = (prefix: string) =>
    errors
      .filter(({ field }) => field.startsWith(`${prefix}.`))
      .map(({ field, message }) => ({ field: field.slice(prefix.length + 1), message }));
  const others = errors.filter(({ field }) => !/^(values|complainant|violations)\./.test(field));
  return {
    values: [...under('values'), ...others],
    complainant: under('complainant'),
    violations: errors.filter(({ field }) => field.startsWith('violations.')),
  };
}
