import { PaperPreview } from '@renderer/case-kit/paper-preview/paper-preview';
import type { PaperModel } from '@shared/domain/papers/model';
import { Button, Select, Spin } from 'antd';
import { useRef, useState } from 'react';
import type { Place } from './paper-types';
import { usePrintSettings } from './use-print-settings';
import { useWidth } from './use-width';

type Props = {
  readonly model: PaperModel;
  readonly isPending: boolean;
  readonly highlightKey: string | undefined;
  readonly onPick: (place: Place) => void;
};

const FIT = 0;
const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;
const A4_SHORT_PX = 794;
const A4_LONG_PX = 1123;
const MARGIN_PX = 40;

/** The paper as it prints, beside its fields. A click on a place leads to what fills it. */
export function PreviewPane({ model, isPending, highlightKey, onPick }: Props) {
  const paneRef = useRef<HTMLDivElement>(null);
  const width = useWidth(paneRef);
  const settings = usePrintSettings();
  const [chosen, setChosen] = useState<number>(FIT);
  const paperWidth = model.layout === 'landscapeForm' ? A4_LONG_PX : A4_SHORT_PX;
  const fitting = width > 0 ? Math.min(1.5, Math.max(0.3, (width - MARGIN_PX) / paperWidth)) : 0.6;
  const zoom = chosen === FIT ? fitting : chosen;

  return (
    <section className="paperpage-preview-pane" aria-label="打印预览">
      <div className="paperpage-preview-bar">
        <span className="paperpage-muted">打印效果 · 点击文字可跳到对应的填写处</span>
        <span className="paperpage-preview-tools">
          {isPending && <Spin size="small" aria-label="正在更新预览" />}
          <Button size="small" aria-label="缩小" onClick={() => setChosen(nextStep(zoom, -1))}>
            －
          </Button>
          <Select
            size="small"
            aria-label="预览比例"
            className="paperpage-zoom"
            value={chosen}
            onChange={setChosen}
            options={[
              { value: FIT, label: `适合宽度 ${Math.round(fitting * 100)}%` },
              ...STEPS.map((step) => ({ value: step, label: `${step * 100}%` })),
            ]}
          />
          <Button size="small" aria-label="放大" onClick={() => setChosen(nextStep(zoom, 1))}>
            ＋
          </Button>
        </span>
      </div>
      <div className="paperpage-preview-scroll" ref={paneRef}>
        <PaperPreview
          model={model}
          zoom={zoom}
          widest={chosen === FIT ? paperWidth * fitting : undefined}
          onPick={onPick}
          highlightKey={highlightKey}
          {...settings}
        />
      </div>
    </section>
  );
}

function nextStep(zoom: number, direction: 1 | -1): number {
  const larger = STEPS.find((step) => step > zoom + 0.01) ?? STEPS[STEPS.length - 1] ?? 1;
  const smaller = [...STEPS].reverse().find((step) => step < zoom - 0.01) ?? STEPS[0];
  return direction > 0 ? larger : smaller;
}
