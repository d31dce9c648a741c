import type { AppUpdater } from 'electron-updater';
import type { Update } from '../../protocol/installation';

const advice = 'Check the network and try again. This version goes on as it is.';

/**
 * Looks for newer releases and fetches one at a person's wish. Nothing is fetched or replaced unasked; a check reads one
 * small file at the address that the package was made with, and sends nothing about the person.
 */
export class Updates {
  readonly #updater: AppUpdater;
  readonly #onChange: (update: Update) => void;
  #version = '';

  constructor(updater: AppUpdater, onChange: (update: Update) => void) {
    this.#updater = updater;
    this.#onChange = onChange;
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = true;
    updater.logger = null;
    updater.on('update-available', ({ version }) => {
      this.#version = version;
      onChange({ state: 'offered', version });
    });
    updater.on('update-not-available', () =>
      onChange({ state: 'current', version: updater.currentVersion.version }),
    );
    updater.on('download-progress', ({ transferred, total }) =>
      this.#showDownload(transferred, total > 0 ? total : null),
    );
    updater.on('update-downloaded', ({ version }) => onChange({ state: 'ready', version }));
  }

  async check(): Promise<void> {
    this.#onChange({ state: 'checking' });
    await this.#attempt(async () => {
      const result = await this.#updater.checkForUpdates();
      if (result !== null) return;
      this.#onChange({
        state: 'unavailable',
        reason: 'This copy was unpacked from an archive: to update, unpack the newer one.',
      });
    });
  }

  async fetch(): Promise<void> {
    this.#showDownload(0, null);
    await this.#attempt(() => this.#updater.downloadUpdate());
  }

  /** Ends the application; asks about unsaved changes on the way, as any quit does. */
  restart(): void {
    this.#updater.quitAndInstall(false, true);
  }

  #showDownload(doneBytes: number, totalBytes: number | null): void {
    const what = `Downloading Layerwise ${this.#version}`;
    this.#onChange({
      state: 'fetching',
      version: this.#version,
      download: { what, doneBytes, totalBytes },
    });
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
      this.#onChange({
        state: 'failed',
        problem: { message: `The update could not be had: ${message}`, advice },
      });
    }
  }
}
