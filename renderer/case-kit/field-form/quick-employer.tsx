import { EMPTY_EMPLOYER, type EmployerInput } from '@shared/contract/employers';
import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { useDebounced } from '../../lib/use-debounced';
import { DuplicateNotice } from '../../ui/duplicate-notice';
import { Labelled } from '../../ui/labelled';
import { LabelledInput } from '../../ui/labelled-input';
import { UsccInput } from '../../ui/uscc-input';
import { focusFirst } from './focus-first';

type QuickEmployerProps = {
  readonly isOpen: boolean;
  /** What was typed into the search. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onSaved: (id: number) => void;
};

/** The three facts that are enough to go on; the rest is filled in on the employer's page. */
export function QuickEmployer({ isOpen, name, onClose, onSaved }: QuickEmployerProps) {
  const form = useRef<HTMLDivElement>(null);
  const [employer, setEmployer] = useState(EMPTY_EMPLOYER);
  const save = useChannelCommand('employers.save');
  useEffect(() => {
    if (isOpen) setEmployer({ ...EMPTY_EMPLOYER, name });
  }, [isOpen, name]);
  const asked = useDebounced({ name: employer.name, uscc: employer.uscc }, 300);
  const check = useChannelQuery(
    'employers.check',
    { ...asked, exceptId: null },
    { enabled: isOpen && (asked.name.length > 1 || asked.uscc.length > 0), keepPrevious: true },
  );
  const set = (part: Partial<EmployerInput>) => setEmployer((current) => ({ ...current, ...part }));
  const errorOf = (field: string) =>
    save.error?.fields?.find((problem) => problem.field.split('.').pop() === field)?.message;

  const submit = async () => {
    const result = await save.run({ id: null, revision: 0, employer });
    if (result.ok) onSaved(result.value.id);
  };
  return (
    <Modal
      title="登记新单位"
      open={isOpen}
      okText="登记并选用"
      confirmLoading={save.isRunning}
      onOk={() => void submit()}
      onCancel={onClose}
      afterOpenChange={(isShown) => {
        if (isShown) focusFirst(form.current);
      }}
      destroyOnHidden
    >
      <div ref={form}>
        <LabelledInput
          id="quick-employer-name"
          label="单位名称"
          isRequired
          value={employer.name}
          maxLength={100}
          onChange={(name) => set({ name })}
          error={errorOf('name')}
        />
        <Labelled
          htmlFor="quick-employer-uscc"
          label="统一社会信用代码"
          error={errorOf('uscc') ?? (asked.uscc ? check.data?.usccProblem : undefined)}
        >
          <UsccInput id="quick-employer-uscc" value={employer.uscc} onChange={(uscc) => set({ uscc })} />
        </Labelled>
        <LabelledInput
          id="quick-employer-address"
          label="住所"
          value={employer.address}
          onChange={(address) => set({ address })}
          error={errorOf('address')}
        />
        <DuplicateNotice duplicates={check.data?.duplicates ?? []} verb="选用这一家" onPick={onSaved} />
        {save.error && !save.error.fields?.length ? (
          <p className="field-error">{save.error.message}</p>
        ) : null}
      </div>
    </Modal>
  );
}
