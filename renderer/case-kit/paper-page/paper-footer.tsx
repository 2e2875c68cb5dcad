import { Button } from 'antd';

type Props = {
  readonly isReadOnly: boolean;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly isDraftFailing: boolean;
  readonly isExporting: boolean;
  readonly isPrinting: boolean;
  readonly canRemove: boolean;
  readonly onSave: () => void;
  readonly onExport: () => void;
  readonly onPrint: () => void;
  readonly onRemove: () => void;
};

/** Bottom of the paper page: what became of the typing, and the ways out on paper. */
export function PaperFooter(props: Props) {
  return (
    <footer className="paperpage-footer">
      <span className="paperpage-muted" role="status">
        {stateText(props)}
      </span>
      <span className="paperpage-footer-buttons">
        {props.canRemove && (
          <Button type="text" danger onClick={props.onRemove}>
            删除草稿
          </Button>
        )}
        <Button onClick={props.onExport} loading={props.isExporting}>
          导出 Word
        </Button>
        <Button onClick={props.onPrint} loading={props.isPrinting}>
          打印
        </Button>
        {!props.isReadOnly && (
          <Button type="primary" onClick={props.onSave} loading={props.isSaving} disabled={!props.isChanged}>
            保存（Ctrl+S）
          </Button>
        )}
      </span>
    </footer>
  );
}

function stateText({ isReadOnly, isChanged, isDraftFailing }: Props): string {
  if (isReadOnly) return '只读';
  if (isDraftFailing) return '草稿暂时没有存入，请尽快保存。';
  return isChanged ? '有未保存的修改，草稿已自动保留' : '已保存';
}
