/** Pages come from app://bundle/, never from file:// (a fuse switches file privileges off). */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://bundle`;
