import { t } from '../../language/t';

/** Why a part of Layerwise talks to another program over a network. */
export type ConnectionId = 'updates' | 'tensorFlow' | 'datasets' | 'machine' | 'serve';

interface NetworkConnection {
  readonly id: ConnectionId;
  label(): string;
  /** When it is made, where to, and what is said. */
  when(): string;
  /** How it is left out. */
  off(): string;
}

/** Every connection that Layerwise can make. A test holds the program to this list, and docs/privacy.md too. */
export const networkConnections: readonly NetworkConnection[] = [
  {
    id: 'updates',
    label: () => t`Updates`,
    when: () =>
      t`Ten seconds after the start, a packaged copy that was made with an address for updates reads one small file there. A newer release is downloaded when you say so.`,
    off: () => t`Turn “Look for updates at the start” off.`,
  },
  {
    id: 'tensorFlow',
    label: () => t`TensorFlow’s libraries`,
    when: () =>
      t`When you press “Fetch TensorFlow” in a copy that lacks them, from PyPI; in a checkout, at the first “npm start”.`,
    off: () => t`Don’t press it, or start with LAYERWISE_TENSORFLOW=wasm: training then runs on WebAssembly.`,
  },
  {
    id: 'datasets',
    label: () => t`Datasets`,
    when: () =>
      t`When you press “Download” beside CIFAR-10, CIFAR-100 or Fashion-MNIST, from the servers of their authors. MNIST comes with Layerwise.`,
    off: () =>
      t`Don’t press it: files that you have are read from your disk. LAYERWISE_DATASET_MIRROR names another server.`,
  },
  {
    id: 'machine',
    label: () => t`Another machine’s engine`,
    when: () =>
      t`When you enter the address and token of a machine on which “layerwise serve” runs: networks, settings and results go there and back.`,
    off: () => t`Don’t enter one, or go back to this machine in the device settings.`,
  },
  {
    id: 'serve',
    label: () => t`The window in a browser`,
    when: () =>
      t`While “layerwise serve” runs: it waits for browsers of this machine alone, unless you give it another address, and lets in who has the token.`,
    off: () => t`Don’t start it, or end it.`,
  },
];
