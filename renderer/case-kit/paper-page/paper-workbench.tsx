import { FieldForm } from '@renderer/case-kit/field-form/field-form';
import type { FieldFormState } from '@renderer/case-kit/field-form/field-form-state';
import { useToasts } from '@renderer/lib/toasts';
import type { DocumentRow, ParagraphEdits } from '@shared/contract/documents';
import { type ReactNode, useState } from 'react';
import { FindingsPanel } from './findings-panel';
import './paper-page.css';
import type { PaperPreview, Place } from './paper-types';
import { ParagraphEditor } from './paragraph-editor';
import { goToPlace, PAPER_PREFIX, placeOf } from './places';
import { PreviewPane } from './preview-pane';

type Props = {
  readonly form: FieldFormState;
  readonly edits: ParagraphEdits;
  readonly onEdits: (edits: ParagraphEdits) => void;
  readonly shown: PaperPreview;
  readonly isPending: boolean;
  readonly isReadOnly: boolean;
  readonly documents?: readonly DocumentRow[];
  /** Notices above the fields. */
  readonly notices?: ReactNode;
  /** Stands above the preview, e.g. the employer whose letter is shown. */
  readonly previewHead?: ReactNode;
};

/** Left the fields and paragraphs in order, right the page as it prints; a place on one side leads to the other. */
export function PaperWorkbench(props: Props) {
  const { form, edits, onEdits, shown, isPending, isReadOnly, documents, notices, previewHead } = props;
  const [active, setActive] = useState<Place | null>(null);
  const { explain } = useExplain();
  const sheet = { fields: form.fields, paragraphs: shown.paragraphs };

  const jump = (place: Place & { readonly excerpt?: string }) => {
    if (goToPlace(place, sheet)) setActive(placeToMark(place));
    else explain();
  };

  return (
    <div className="paperpage-workbench">
      {/* Focus anywhere inside marks the same place in the preview; the controls themselves stay the interactive ones. */}
      <div className="paperpage-left">
        {(!isReadOnly || shown.findings.length > 0) && (
          <FindingsPanel
            findings={shown.findings}
            isRecord={documents?.[0]?.isRecord ?? false}
            onJump={jump}
          />
        )}
        <div
          className="paperpage-left-scroll"
          onFocusCapture={(event) => setActive(placeOf(event.target, sheet))}
        >
          {notices}
          {form.fields.length > 0 && (
            <section className="paperpage-section" aria-label="填写项">
              <h2>填写项</h2>
              <FieldForm form={form} idPrefix={PAPER_PREFIX} isReadOnly={isReadOnly} documents={documents} />
            </section>
          )}
          {shown.paragraphs.length > 0 && (
            <section className="paperpage-section" aria-label="正文段落">
              <h2>
                正文段落{' '}
                {!isReadOnly && <span className="paperpage-muted">直接修改即可，可随时恢复默认用语</span>}
              </h2>
              {shown.paragraphs.map((paragraph) => (
                <ParagraphEditor
                  key={paragraph.key}
                  paragraph={paragraph}
                  edits={edits}
                  isReadOnly={isReadOnly}
                  onChange={onEdits}
                />
              ))}
            </section>
          )}
        </div>
      </div>
      <div className="paperpage-right">
        {previewHead}
        <PreviewPane
          model={shown.model}
          isPending={isPending}
          highlightKey={active?.key ?? active?.field}
          onPick={jump}
        />
      </div>
    </div>
  );
}

const placeToMark = ({ field, key }: Place): Place => (field ? { field } : { key });

function useExplain() {
  const toasts = useToasts();
  return {
    explain: () =>
      toasts.refused({
        code: 'REFUSED',
        message: '这一处取自案件信息或者单位设置。请到案件页面或者“设置”中修改，文书会随之更新。',
      }),
  };
}
