/** What the machine at hand is like, asked once in one place. */

const linux = process.platform === 'linux';

/** Whether a window can be shown to a person. */
export function hasDisplay() {
  return !linux || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Chromium refuses its sandbox to root on Linux, and only there it may go without. */
export function mustGoWithoutSandbox() {
  return linux && process.getuid?.() === 0;
}
