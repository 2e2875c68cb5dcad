import { Button, Drawer } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useFocusBack } from '../lib/use-focus-back';
import { flushDraft } from './draft-store';
import { focusFirst } from './field-form/focus-first';

type FormDrawerProps = {
  readonly title: string;
  /** Of the form inside: what still waits is written before the drawer goes. */
  readonly draftKey: string;
  readonly onClose: () => void;
  readonly okText: string;
  readonly onOk: () => void;
  readonly isRunning: boolean;
  readonly isDanger?: boolean;
  /** The step is no longer possible: the form stays to be read. */
  readonly isRefused?: boolean;
  readonly width?: number;
  /** Further buttons at the left of the foot. */
  readonly extra?: ReactNode;
  readonly children: ReactNode;
};

/** A form at the right edge, the page still readable beside it. Esc and 取消 keep what was typed as a draft. */
export function FormDrawer(props: FormDrawerProps) {
  const { title, draftKey, onClose, okText, onOk, isRunning, isDanger, isRefused, width = 560 } = props;
  const body = useRef<HTMLDivElement>(null);
  useFocusBack();
  const close = () => void flushDraft(draftKey).then(onClose);
  return (
    <Drawer
      open
      size={width}
      title={title}
      mask={{ closable: false }}
      onClose={close}
      afterOpenChange={(isOpen) => {
        if (isOpen) focusFirst(body.current);
      }}
      footer={
        <div className="drawer-footer">
          {props.extra ? <span className="drawer-footer-extra">{props.extra}</span> : null}
          <Button onClick={close}>取消</Button>
          <Button
            type="primary"
            title="Ctrl+S"
            danger={isDanger}
            disabled={isRefused}
            loading={isRunning}
            onClick={onOk}
          >
            {okText}
          </Button>
        </div>
      }
    >
      <div ref={body}>{props.children}</div>
    </Drawer>
  );
}
