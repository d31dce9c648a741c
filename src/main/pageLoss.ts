import { type BrowserWindow, dialog } from 'electron';

const reload = 0;

/** Says that the window's page has crashed, and loads it anew if the person wants that. */
export async function offerReload(window: BrowserWindow, reason: string): Promise<void> {
  if (window.isDestroyed() || reason === 'clean-exit') return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The page in this window stopped working.',
    detail: `Reason: ${reason}. Changes since the last save are lost; project files are untouched. Reload to go on from a saved project.`,
    buttons: ['Reload', 'Close window'],
    defaultId: reload,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === reload) window.webContents.reload();
  else window.close();
}
