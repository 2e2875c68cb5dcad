import type { LeaderRow } from '@shared/contract/settings';
import type { Field } from '@shared/domain/kernel/field';
import { useMemo } from 'react';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { longDate } from '../../lib/format';
import { useToday } from '../../lib/session';
import type { Column } from '../../ui/data-table';
import { pickOptions } from '../employers/employer-fields';
import { textOf } from './record-drawer';
import { RegisterSection } from './register-section';

const COLUMNS: readonly Column<LeaderRow>[] = [
  { key: 'name', title: '姓名', width: 120, render: (row) => row.name },
  { key: 'post', title: '职务', render: (row) => row.postLabel },
  { key: 'from', title: '任职自', width: 150, render: (row) => longDate(row.validFrom) },
  { key: 'to', title: '任职至', width: 150, render: (row) => longDate(row.validTo) || '在任' },
];

/** Who may sign: chair and vice-chairs with their terms. */
export function LeadersSection() {
  const today = useToday();
  const catalogue = useChannelQuery('catalogue.options', {}, { staleTime: 60_000 });
  const leaders = useChannelQuery('leaders.list', {});
  const save = useChannelCommand('leaders.save');
  const remove = useChannelCommand('leaders.remove');
  const posts = pickOptions(catalogue.data, 'leader-posts');
  const fields = useMemo<readonly Field[]>(
    () => [
      { name: 'name', label: '姓名', kind: 'text', isRequired: true, maxLength: 30 },
      posts.length > 0
        ? { name: 'post', label: '职务', kind: 'select', isRequired: true, options: posts }
        : { name: 'post', label: '职务', kind: 'text', isRequired: true, maxLength: 40 },
      { name: 'validFrom', label: '任职自', kind: 'date', isRequired: true },
      { name: 'validTo', label: '任职至', kind: 'date', help: '仍在任的不填。' },
    ],
    [posts],
  );
  return (
    <RegisterSection<LeaderRow>
      noun="签发人"
      intro="意见书、建议书须由主席或副主席签发。离任的请填写“任职至”，以前签发的文书不受影响。"
      need="登记后才能签发文书。"
      rows={leaders.data ?? null}
      columns={COLUMNS}
      draftKey="leader"
      fields={fields}
      valuesOf={(row) =>
        row
          ? { name: row.name, post: row.post, validFrom: row.validFrom, validTo: row.validTo }
          : { name: '', post: null, validFrom: today, validTo: null }
      }
      onSave={(id, values) =>
        save.run({
          id,
          name: textOf(values, 'name'),
          post: textOf(values, 'post'),
          validFrom: textOf(values, 'validFrom'),
          validTo: textOf(values, 'validTo') || null,
        })
      }
      onRemove={(id) => remove.run({ id })}
    />
  );
}
