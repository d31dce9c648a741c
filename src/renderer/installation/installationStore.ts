import { create } from 'zustand';
import {
  type Download,
  type Installation,
  type InstallationOrder,
  nothingToInstall,
} from '../../protocol/installation';

interface InstallationState {
  readonly installation: Installation;
  /** When the download that goes on began, as `performance.now()`; null without one. */
  readonly since: number | null;
}

/** What the installed application lacks or could have, as main told it last. */
export const useInstallation = create<InstallationState>(() => ({
  installation: nothingToInstall,
  since: null,
}));

/** Call once, as the page starts. */
export function followInstallation(): void {
  const show = (installation: Installation) =>
    useInstallation.setState(({ since }) => ({
      installation,
      since: downloadOf(installation) === null ? null : (since ?? performance.now()),
    }));
  window.layerwise.onInstallation(show);
  void window.layerwise.call('describeInstallation', undefined).then(show);
}

/** Asks main to do something about it; the answer is what it tells then. */
export function orderInstallation(order: InstallationOrder): void {
  void window.layerwise.call('changeInstallation', order);
}

/** The download that goes on; null without one. */
function downloadOf({ tensorFlow, update }: Installation): Download | null {
  if (tensorFlow.state === 'fetching') return tensorFlow.download;
  return update.state === 'fetching' ? update.download : null;
}
