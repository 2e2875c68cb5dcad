import type { LaunchedApp } from '../support/launch.ts';

export type WalkContext = LaunchedApp & {
  /** Absolute path of the folder that collects papers and screenshots. */
  readonly folder: string;
};

export type WalkStep = {
  /** What is done, in a few Chinese words; it also names the screenshot. */
  readonly name: string;
  readonly run: (context: WalkContext) => Promise<void>;
};

/** The main job, step by step; the walk takes a screenshot after each. */
export const steps: readonly WalkStep[] = [
  {
    name: '打开窗口',
    run: async ({ page }) => {
      await page.waitForLoadState('networkidle');
    },
  },
];
