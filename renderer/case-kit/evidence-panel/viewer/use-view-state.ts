import { useCallback, useState } from 'react';

/** How a picture or page is looked at: 1 fits the window. */
export type ViewState = {
  readonly zoom: number;
  readonly turn: 0 | 90 | 180 | 270;
  readonly page: number;
};

const START: ViewState = { zoom: 1, turn: 0, page: 1 };
const STEPS = [0.5, 0.75, 1, 1.5, 2, 3, 4] as const;

export function useViewState() {
  const [state, setState] = useState(START);
  const zoomBy = useCallback((step: 1 | -1) => {
    setState((current) => {
      const at = STEPS.findIndex((zoom) => zoom >= current.zoom);
      return { ...current, zoom: STEPS[Math.min(STEPS.length - 1, Math.max(0, at + step))] ?? 1 };
    });
  }, []);
  const turn = useCallback(() => {
    setState((current) => ({ ...current, turn: ((current.turn + 90) % 360) as ViewState['turn'] }));
  }, []);
  const goTo = useCallback((page: number) => setState((current) => ({ ...current, page })), []);
  const reset = useCallback(() => setState(START), []);
  return { state, zoomBy, turn, goTo, reset };
}
