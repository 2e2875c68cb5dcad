import { useState } from 'react';
import { useStageSize } from './use-stage-size';
import type { ViewState } from './use-view-state';

type PictureViewProps = {
  readonly url: string;
  readonly alt: string;
  readonly state: ViewState;
  readonly onProblem: () => void;
};

/** A picture scaled into the window, turned and enlarged from there. */
export function PictureView({ url, alt, state, onProblem }: PictureViewProps) {
  const [natural, setNatural] = useState({ width: 0, height: 0 });
  const { ref, size: stage } = useStageSize();
  const isSideways = state.turn % 180 !== 0;
  const wide = isSideways ? natural.height : natural.width;
  const high = isSideways ? natural.width : natural.height;
  const fit = wide === 0 ? 0 : Math.min(1, (stage.width - 16) / wide, (stage.height - 16) / high);
  const scale = fit * state.zoom;
  return (
    <div ref={ref} className="evidence-picture-room">
      <div className="evidence-picture" style={{ width: wide * scale, height: high * scale }}>
        <img
          src={url}
          alt={alt}
          style={{
            width: natural.width * scale || undefined,
            height: natural.height * scale || undefined,
            transform: `translate(-50%, -50%) rotate(${state.turn}deg)`,
          }}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
            setNatural({ width, height })
          }
          onError={onProblem}
        />
      </div>
    </div>
  );
}
