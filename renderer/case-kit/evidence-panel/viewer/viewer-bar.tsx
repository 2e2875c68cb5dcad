import { Button, Space } from 'antd';
import type { useViewState } from './use-view-state';

type ViewerBarProps = {
  readonly view: ReturnType<typeof useViewState>;
  readonly isTurnable: boolean;
  readonly pageTotal: number;
  readonly place: { readonly index: number; readonly total: number };
  readonly onStep: (by: 1 | -1) => void;
  readonly onOutside: (() => void) | null;
};

/** Which piece, which page, how large. */
export function ViewerBar({ view, isTurnable, pageTotal, place, onStep, onOutside }: ViewerBarProps) {
  const { page } = view.state;
  return (
    <div className="evidence-viewer-bar">
      <Space.Compact>
        <Button disabled={place.index === 0} onClick={() => onStep(-1)}>
          上一件
        </Button>
        <Button disabled={place.index === place.total - 1} onClick={() => onStep(1)}>
          下一件
        </Button>
      </Space.Compact>
      <span className="quiet number">
        {place.index + 1} / {place.total}
      </span>
      {isTurnable ? (
        <>
          <Space.Compact>
            <Button onClick={() => view.zoomBy(-1)}>缩小</Button>
            <Button onClick={view.reset}>适合窗口</Button>
            <Button onClick={() => view.zoomBy(1)}>放大</Button>
          </Space.Compact>
          <Button onClick={view.turn}>旋转</Button>
        </>
      ) : null}
      {pageTotal > 1 ? (
        <>
          <Space.Compact>
            <Button disabled={page <= 1} onClick={() => view.goTo(page - 1)}>
              上一页
            </Button>
            <Button disabled={page >= pageTotal} onClick={() => view.goTo(page + 1)}>
              下一页
            </Button>
          </Space.Compact>
          <span className="number">
            第 {page} 页，共 {pageTotal} 页
          </span>
        </>
      ) : null}
      {onOutside ? (
        <Button className="evidence-viewer-outside" onClick={onOutside}>
          用其他程序打开
        </Button>
      ) : null}
    </div>
  );
}
