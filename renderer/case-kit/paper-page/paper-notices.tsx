import type { DocumentDetail } from '@shared/contract/documents';
import { Alert, Button } from 'antd';

type Props = {
  readonly detail: DocumentDetail;
  readonly onOpenPaper: (documentId: number) => void;
};

/** What a reader must know before reading: given back and why, corrected by or correcting another, editable on the way. */
export function PaperNotices({ detail, onOpenPaper }: Props) {
  const { document: paper, replaces, replacedBy, isReadOnly } = detail;
  const returned =
    paper.status === 'D01' ? detail.chain.findLast((step) => step.status === 'returned') : null;
  return (
    <>
      {returned && (
        <Alert
          type="warning"
          showIcon
          className="paperpage-notice"
          title={`${returned.who}退回修改`}
          description={`${returned.note}（修改后请重新送审）`}
        />
      )}
      {replaces && (
        <Alert
          type="info"
          showIcon
          className="paperpage-notice"
          title={`本文书用于更正${nameOf(replaces)}，签发后另取新文号。`}
          action={
            <Button size="small" onClick={() => onOpenPaper(replaces.id)}>
              打开原文书
            </Button>
          }
        />
      )}
      {replacedBy && (
        <Alert
          type="warning"
          showIcon
          className="paperpage-notice"
          title={`本文书已更正，以${nameOf(replacedBy)}为准。`}
          action={
            <Button size="small" onClick={() => onOpenPaper(replacedBy.id)}>
              打开更正后的文书
            </Button>
          }
        />
      )}
      {!isReadOnly && (paper.status === 'D02' || paper.status === 'D03') && (
        <Alert
          type="info"
          showIcon
          className="paperpage-notice"
          title="您可以直接修改文稿：保存后另存一稿，拟稿人可以对照查看；也可以退回，请拟稿人修改。"
        />
      )}
    </>
  );
}

const nameOf = ({ title, documentNo }: { readonly title: string; readonly documentNo: string }): string =>
  documentNo === '' ? `《${title}》（尚未签发）` : `《${title}》（${documentNo}）`;
