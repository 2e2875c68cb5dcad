import type { SetSummary } from '@shared/contract/restore';
import { Button } from 'antd';
import { count, dateTime } from '../../lib/format';
import { sizeText } from './size-text';

type Props = {
  readonly sets: readonly SetSummary[];
  readonly isBusy: boolean;
  readonly onLook: (stamp: string) => void;
};

/** The copies of a folder, newest first. */
export function SetList({ sets, isBusy, onLook }: Props) {
  return (
    <table className="plain-table" aria-label="找到的备份">
      <thead>
        <tr>
          <th scope="col">备份时间</th>
          <th scope="col">单位</th>
          <th scope="col" className="number-cell">
            案件
          </th>
          <th scope="col" className="number-cell">
            文书
          </th>
          <th scope="col" className="number-cell">
            大小
          </th>
          <th scope="col">
            <span className="visually-hidden">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sets.map((set, index) => (
          <tr key={set.stamp}>
            <td>
              {dateTime(set.takenAt)}
              {index === 0 ? '（最新）' : ''}
            </td>
            <td>{set.unitName}</td>
            <td className="number-cell">{count(set.counts.cases)}</td>
            <td className="number-cell">{count(set.counts.documents)}</td>
            <td className="number-cell">{sizeText(set.bytes)}</td>
            <td>
              {set.isNewer ? (
                <span className="late">由更新版本的程序建立，请先安装新版本</span>
              ) : (
                <Button
                  size="small"
                  type={index === 0 ? 'primary' : 'default'}
                  autoFocus={index === 0}
                  disabled={isBusy}
                  onClick={() => onLook(set.stamp)}
                >
                  查看并核对
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
