import { type BrowserWindow, dialog } from 'electron';
import { RestartLimit } from '../engine/host/restartLimit';
import { t } from './language/t';

const reload = 0;

/** Loads a window's page anew when it has crashed; one that crashes again and again only if the person wants that. */
export class PageLoss {
  readonly #window: BrowserWindow;
  readonly #limit = new RestartLimit();

  constructor(window: BrowserWindow) {
    this.#window = window;
  }

  async recover(reason: string): Promise<void> {
    if (this.#window.isDestroyed()) return;
    if (!this.#limit.allow(performance.now()) && !(await this.#ask(reason))) return;
    if (!this.#window.isDestroyed()) this.#window.webContents.reload();
  }

  async #ask(reason: string): Promise<boolean> {
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'error',
      message: t`The page in this window stops working again and again.`,
      detail: t`Reason: ${reason}. A draft of the project is kept, and is offered at the next start if you close the window now.`,
      buttons: [t`Reload`, t`Close window`],
      defaultId: reload,
      cancelId: 1,
    });
    if (response !== reload && !this.#window.isDestroyed()) this.#window.close();
    return response === reload;
  }
}
