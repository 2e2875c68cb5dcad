import { app } from 'electron';

/** Where pages come from while the program is being written; a packed program knows none, whatever its surroundings say. */
export const devServer = (): string | undefined =>
  app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
