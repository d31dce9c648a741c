import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { assertNever } from '../../network/assertNever';
import type { Installation, InstallationOrder } from '../../protocol/installation';
import { TensorFlowFetcher } from './tensorFlowFetch';
import { Updates } from './updates';

export interface InstallationPlace {
  /** Holds out/ and scripts/, as packaged. */
  readonly applicationFolder: string;
  /** TensorFlow is laid out here once it is fetched. */
  readonly tensorFlowFolder: string;
  /** Newer releases are looked for by themselves. */
  readonly looksForUpdates: () => boolean;
  /** Starts the engine anew. */
  readonly restartEngine: () => void;
  readonly tell: (installation: Installation) => void;
}

/** Seconds after the start until updates are looked for, when the window has long been there. */
const checkDelay = 10;

const addonPath = join('node_modules', '@tensorflow', 'tfjs-node-gpu', 'lib', 'napi-v8', 'tfjs_binding.node');

/** Keeps what the installed application lacks or could have, and changes it at a person's wish. */
export class InstallationOffice {
  readonly #tell: InstallationPlace['tell'];
  readonly #fetcher: TensorFlowFetcher;
  #updates: Updates | null = null;
  #installation: Installation;

  constructor({
    applicationFolder,
    tensorFlowFolder,
    looksForUpdates,
    restartEngine,
    tell,
  }: InstallationPlace) {
    this.#tell = tell;
    const fetchable = app.isPackaged && process.platform === 'linux' && process.arch === 'x64';
    this.#installation = {
      tensorFlow: fetchable ? { state: 'offered' } : { state: 'unavailable' },
      update: { state: 'unavailable', reason: 'This copy was made without an address for updates.' },
    };
    this.#fetcher = new TensorFlowFetcher(
      join(applicationFolder, 'scripts', 'provision', 'fetchTensorFlow.mjs'),
      tensorFlowFolder,
      // Native files lie beside the archive.
      join(applicationFolder.replace(/\.asar$/, '.asar.unpacked'), addonPath),
      (tensorFlow) => {
        this.#change({ tensorFlow });
        if (tensorFlow.state === 'fetched') restartEngine();
      },
    );
    if (app.isPackaged && existsSync(join(process.resourcesPath, 'app-update.yml')))
      void this.#startUpdates(looksForUpdates);
  }

  get installation(): Installation {
    return this.#installation;
  }

  order(order: InstallationOrder): void {
    switch (order) {
      case 'fetchTensorFlow':
        this.#fetcher.start();
        break;
      case 'stopFetchingTensorFlow':
        this.#fetcher.stop();
        break;
      case 'checkForUpdate':
        void this.#updates?.check();
        break;
      case 'fetchUpdate':
        void this.#updates?.fetch();
        break;
      case 'restartIntoUpdate':
        this.#updates?.restart();
        break;
      default:
        assertNever(order);
    }
  }

  dispose(): void {
    this.#fetcher.stop();
  }

  /** The library is loaded only where there is something to look for. */
  async #startUpdates(looksForUpdates: () => boolean): Promise<void> {
    const { autoUpdater } = (await import('electron-updater')).default;
    this.#updates = new Updates(autoUpdater, (update) => this.#change({ update }));
    this.#change({ update: { state: 'unknown' } });
    setTimeout(() => {
      if (looksForUpdates()) void this.#updates?.check();
    }, checkDelay * 1000).unref();
  }

  #change(changed: Partial<Installation>): void {
    this.#installation = { ...this.#installation, ...changed };
    this.#tell(this.#installation);
  }
}
