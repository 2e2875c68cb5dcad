import { dialog } from 'electron';
import type { CopyWiper } from '../platform/evidence/copy-wiper';

/** At the end nobody tries again until the next start: the person is told while the other program can still be closed. */
export async function wipeAtTheEnd(copies: CopyWiper): Promise<void> {
  for (let left = await copies.wipe(); left > 0; left = await copies.wipe()) {
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: '工会案管',
      message: `有 ${left} 份证据副本还没有清除`,
      detail:
        '副本没有加密，仍被其他程序占用。请先关闭打开它的程序，再按“再次清除”。直接退出的，下次启动本程序时清除。',
      buttons: ['再次清除', '直接退出'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (response === 1) return;
  }
}
