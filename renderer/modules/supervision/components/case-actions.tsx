import { ActionBar } from '@renderer/case-kit/action-bar';
import type { SupervisionCase } from '@shared/contract/supervision';
import { Button } from 'antd';
import { useState } from 'react';
import { useCaseAct } from '../api';
import { NextPaper } from './open-papers';

/** 下一步: the steps of this stage first, what is possible at any stage behind one button. */
export function CaseActions({ caseFile }: { readonly caseFile: SupervisionCase }) {
  const { id, revision, actions, documents, openPapers } = caseFile;
  const act = useCaseAct();
  const [isOpen, setOpen] = useState(false);
  const general = actions.filter((action) => action.isGeneral && !action.isPrimary);
  const own = actions.filter((action) => !general.includes(action));
  const bar = {
    // Only where there is one: an element that draws nothing would still be taken for a button.
    lead: openPapers.some(({ isNext }) => isNext) ? <NextPaper papers={openPapers} /> : null,
    draftKey: `supervision.case:${id}`,
    documents,
    onAct: (action: string, values: Parameters<typeof act.run>[0]['values']) =>
      act.run({ id, revision, action, values }),
  };
  if (own.length === 0) return <ActionBar actions={general} {...bar} />;
  return (
    <>
      <div className="sup-actions">
        <ActionBar actions={own} {...bar} />
        {general.length > 0 && (
          <Button type="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? '收起其他办理' : `其他办理（${general.length}）`}
          </Button>
        )}
      </div>
      {isOpen && <ActionBar actions={general} {...bar} lead={null} label="其他办理" />}
    </>
  );
}
