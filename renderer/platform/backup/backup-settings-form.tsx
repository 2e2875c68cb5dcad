import type { BackupSettings } from '@shared/contract/backup';
import { Alert, Button, Checkbox, InputNumber } from 'antd';
import { useState } from 'react';
import { useChannelCommand } from '../../lib/channel-hooks';
import { useToasts } from '../../lib/toasts';

type Props = {
  readonly settings: BackupSettings;
  readonly revision: number;
  readonly mayManage: boolean;
};

const NUMBERS = [
  { name: 'keepDaily', before: '保留最近', after: '天的备份，每天一份', min: 1, max: 366 },
  { name: 'keepWeekly', before: '另保留', after: '周的备份，每周一份', min: 0, max: 520 },
  { name: 'keepMonthly', before: '另保留', after: '个月的备份，每月一份', min: 0, max: 240 },
  { name: 'warnAfterDays', before: '超过', after: '天没有备份时，在今日待办中提醒', min: 1, max: 90 },
] as const;

/** Where copies go, when, and how many stay. */
export function BackupSettingsForm({ settings, revision, mayManage }: Props) {
  const toasts = useToasts();
  const [form, setForm] = useState(settings);
  const save = useChannelCommand('backup.settings.save');
  const picking = useChannelCommand('backup.folder.pick');
  const set = (change: Partial<BackupSettings>) => setForm((current) => ({ ...current, ...change }));
  const isChanged = JSON.stringify(form) !== JSON.stringify(settings);

  const pick = async () => {
    const result = await picking.run({});
    if (!result.ok) toasts.refused(result.error);
    else if (result.value) set({ folder: result.value.folder });
  };
  const submit = async () => {
    if (save.isRunning) return;
    const result = await save.run({ settings: form, revision });
    if (result.ok) toasts.done('已保存');
  };
  return (
    <form
      className="backup-settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {save.error ? <Alert type="error" showIcon title={save.error.message} /> : null}
      <div className="backup-line">
        <span className="field-label">备份文件夹</span>
        <span className="backup-folder">{form.folder || '尚未选择'}</span>
        {mayManage ? (
          <Button loading={picking.isRunning} onClick={() => void pick()}>
            选择文件夹
          </Button>
        ) : null}
      </div>
      <p className="quiet">
        请选在另一块磁盘、U 盘或网络文件夹上：与电脑放在同一块磁盘，磁盘损坏时会一起丢失。
      </p>
      <Checkbox
        checked={form.isDaily}
        disabled={!mayManage}
        onChange={(event) => set({ isDaily: event.target.checked })}
      >
        每天第一次登录时备份
      </Checkbox>
      <Checkbox
        checked={form.isAtClose}
        disabled={!mayManage}
        onChange={(event) => set({ isAtClose: event.target.checked })}
      >
        关闭程序时备份
      </Checkbox>
      {NUMBERS.map(({ name, before, after, min, max }) => (
        <label className="backup-line" key={name} htmlFor={`backup-${name}`}>
          {before}
          <InputNumber
            id={`backup-${name}`}
            value={form[name]}
            min={min}
            max={max}
            precision={0}
            disabled={!mayManage}
            onChange={(value) => set({ [name]: value ?? min })}
          />
          {after}
        </label>
      ))}
      {mayManage ? (
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={save.isRunning} disabled={!isChanged}>
            保存
          </Button>
        </div>
      ) : (
        <p className="quiet">只有管理员可以修改。</p>
      )}
    </form>
  );
}
