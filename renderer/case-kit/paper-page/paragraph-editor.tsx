import type { ParagraphDraft, ParagraphEdits } from '@shared/contract/documents';
import { Button, Input, Switch, Tag } from 'antd';
import {
  editParagraph,
  includeParagraph,
  isParagraphEdited,
  isParagraphIncluded,
  restoreParagraph,
  textOf,
} from './paper-edits';

type Props = {
  readonly paragraph: ParagraphDraft;
  readonly edits: ParagraphEdits;
  readonly isReadOnly: boolean;
  readonly onChange: (edits: ParagraphEdits) => void;
};

/** id of the control of a paragraph, so that findings and the preview can lead to it. */
export const paragraphId = (key: string) => `paragraph-${key}`;

/** One paragraph of the paper: what it is for, its wording, whether it is the default, whether it is taken in. */
export function ParagraphEditor({ paragraph, edits, isReadOnly, onChange }: Props) {
  const id = paragraphId(paragraph.key);
  const isIncluded = isParagraphIncluded(paragraph, edits);
  const isEdited = isIncluded && isParagraphEdited(paragraph, edits);
  return (
    <div className={isEdited ? 'paperpage-paragraph paperpage-paragraph-edited' : 'paperpage-paragraph'}>
      <div className="paperpage-paragraph-head">
        {paragraph.isOptional && (
          <Switch
            size="small"
            checked={isIncluded}
            disabled={isReadOnly}
            aria-label={`写入“${paragraph.label}”`}
            onChange={(checked) => onChange(includeParagraph(edits, paragraph, checked))}
          />
        )}
        <label htmlFor={id}>{paragraph.label}</label>
        {!isIncluded && <span className="paperpage-muted">不写入</span>}
        {isIncluded &&
          !isReadOnly &&
          (isEdited ? <Tag color="blue">已修改</Tag> : <span className="paperpage-muted">默认用语</span>)}
        {isEdited && !isReadOnly && (
          <Button
            size="small"
            type="link"
            onClick={() => onChange(restore(edits, paragraph))}
            aria-label={`恢复默认：${paragraph.label}`}
          >
            恢复默认
          </Button>
        )}
      </div>
      {isIncluded && (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 1, maxRows: 14 }}
          maxLength={20_000}
          placeholder={paragraph.isOptional ? '留空则不写入' : paragraph.defaultText}
          value={textOf(paragraph, edits)}
          readOnly={isReadOnly}
          onChange={(event) => onChange(editParagraph(edits, paragraph, event.target.value))}
        />
      )}
    </div>
  );
}

/** An optional paragraph stays taken in when its wording goes back to the default. */
function restore(edits: ParagraphEdits, paragraph: ParagraphDraft): ParagraphEdits {
  if (paragraph.isOptional) return includeParagraph(edits, paragraph, true);
  return restoreParagraph(edits, paragraph.key);
}
