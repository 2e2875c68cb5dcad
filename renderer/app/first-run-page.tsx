import type { FieldError } from '@shared/contract/result';
import { Alert, Button, Input, Select } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { enterToNext } from '../case-kit/field-form/enter-to-next';
import { useChannelCommand, useChannelQuery } from '../lib/channel-hooks';
import type { SessionStatus } from '../lib/session';
import { ErrorSummary } from '../ui/error-summary';
import { Labelled } from '../ui/labelled';
import { checkFirstRun, EMPTY_FIRST_RUN, FIRST_RUN_LABELS, type FirstRun } from './first-run';
import { FirstRunProgress } from './first-run-progress';

const idOf = (field: string) => `first-run-${field}`;

type FirstRunPageProps = { readonly onCreated: (status: SessionStatus, password: string) => void };

/** The first start: whose program it is, which rules apply, who opens it. */
export function FirstRunPage({ onCreated }: FirstRunPageProps) {
  const profiles = useChannelQuery('rules.profiles', {});
  const create = useChannelCommand('session.create');
  const [form, setForm] = useState<FirstRun>(EMPTY_FIRST_RUN);
  const [attempt, setAttempt] = useState(0);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);

  const set = (name: keyof FirstRun) => (text: string) => {
    setForm((current) => ({ ...current, [name]: text }));
    setErrors((current) => current.filter(({ field }) => field !== name));
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const found = checkFirstRun(form);
    setErrors(found);
    setAttempt((n) => n + 1);
    if (found.length > 0 || create.isRunning) return;
    const { passwordAgain: _, ...input } = form;
    const result = await create.run(input);
    if (result.ok) onCreated(result.value, form.password);
    else setErrors(result.error.fields ?? []);
  };
  const field = (name: keyof FirstRun) => ({
    htmlFor: idOf(name),
    label: FIRST_RUN_LABELS[name],
    isRequired: true,
    error: errors.find((error) => error.field === name)?.message,
  });
  const wrong = (name: keyof FirstRun) => {
    const isWrong = errors.some((error) => error.field === name);
    return { status: isWrong ? ('error' as const) : undefined, 'aria-invalid': isWrong || undefined };
  };
  const text = (name: keyof FirstRun, maxLength: number, isFirst = false) => (
    <Input
      id={idOf(name)}
      value={form[name]}
      maxLength={maxLength}
      autoComplete="off"
      autoFocus={isFirst}
      {...wrong(name)}
      onChange={(event) => set(name)(event.target.value)}
    />
  );
  const secret = (name: 'password' | 'passwordAgain') => (
    <Input.Password
      id={idOf(name)}
      value={form[name]}
      maxLength={200}
      autoComplete="new-password"
      {...wrong(name)}
      onChange={(event) => set(name)(event.target.value)}
    />
  );

  return (
    <main className="door">
      <form
        className="door-panel door-panel-wide"
        noValidate
        onSubmit={(e) => void submit(e)}
        {...enterToNext}
      >
        <h1 className="door-title">工会案管</h1>
        <FirstRunProgress step={0} />
        <p className="door-unit">首次使用，请填写以下内容。本单位的内容以后可以在“设置”中修改。</p>
        <ErrorSummary
          errors={errors}
          attempt={attempt}
          message={create.error?.message}
          controlId={idOf}
          labelOf={(name) => FIRST_RUN_LABELS[name as keyof FirstRun] ?? ''}
        />
        <fieldset className="field-group">
          <legend>本单位</legend>
          <Labelled {...field('unitName')} help="与公章一致，如 安溪县总工会。文书上的发文机关按此打印。">
            {text('unitName', 60, true)}
          </Labelled>
          <Labelled {...field('issuerCode')} help="用于文号，如 安工 → 安工劳监提〔2026〕1号。">
            {text('issuerCode', 12)}
          </Labelled>
          <Labelled {...field('area')} help="公开提示函等文书中使用，如 安溪县。">
            {text('area', 30)}
          </Labelled>
          <Labelled
            {...field('jurisdiction')}
            help="决定办理期限和依据。选择本单位所在的省、市；没有所在地的，选“全国”。"
          >
            <Select
              id={idOf('jurisdiction')}
              value={form.jurisdiction || null}
              {...wrong('jurisdiction')}
              loading={profiles.isLoading}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="请选择"
              options={profiles.data ?? []}
              onChange={set('jurisdiction')}
            />
          </Labelled>
        </fieldset>
        <fieldset className="field-group">
          <legend>管理员</legend>
          <Labelled {...field('displayName')}>{text('displayName', 30)}</Labelled>
          <Labelled {...field('loginName')} help="登录时填写，汉字、字母都可以，建好后不能修改。">
            {text('loginName', 30)}
          </Labelled>
          <Alert
            type="warning"
            showIcon
            className="door-warning"
            title="请牢记密码"
            description="全部资料用此密码加密。没有密码，任何人（包括程序的开发者）都无法打开这些资料。下一步会生成恢复码，供忘记密码时使用。"
          />
          <Labelled {...field('password')} help="至少 8 位。">
            {secret('password')}
          </Labelled>
          <Labelled {...field('passwordAgain')}>{secret('passwordAgain')}</Labelled>
        </fieldset>
        <Button type="primary" htmlType="submit" size="large" block loading={create.isRunning}>
          建立资料库，下一步
        </Button>
      </form>
    </main>
  );
}
