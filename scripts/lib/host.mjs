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

/** The command as it stands, or inside a virtual display large enough for the largest window tested. */
export function withDisplay(command, args) {
  if (hasDisplay()) return [command, args];
  return ['xvfb-run', ['-a', '-s', '-screen 0 2560x1440x24', command, ...args]];
}
