import { Cpu } from 'lucide-react';
import { useMachine } from '../../device/machineStore';
import { useEngine } from '../../engine/engineStore';
import { orderInstallation, useInstallation } from '../../installation/installationStore';
import { t } from '../../language/t';
import { useOpenMenu } from '../../views/openMenu';
import type { CommandGroup } from '../command';
import { firstOf } from '../obstacles';

export const machine: CommandGroup = {
  id: 'machine',
  label: () => t`Device`,
  commands: [
    {
      id: 'machine.device',
      label: () => t`Device settings…`,
      icon: Cpu,
      perform: () => useOpenMenu.getState().show('device'),
    },
    {
      id: 'machine.another',
      label: () => t`Train on another machine…`,
      icon: Cpu,
      obstacle: firstOf(inBrowser, () =>
        useEngine.getState().machine === null ? null : t`Training runs on another machine already.`,
      ),
      perform: () => useMachine.getState().showForm(),
    },
    {
      id: 'machine.own',
      label: () => t`Train on this machine again`,
      icon: Cpu,
      obstacle: firstOf(inBrowser, () =>
        useEngine.getState().machine === null ? t`Training runs on this machine.` : null,
      ),
      perform: () => void useMachine.getState().leave(),
    },
    {
      id: 'machine.checkForUpdate',
      label: () => t`Look for a newer Layerwise`,
      scope: 'window',
      words: () => t`Update`,
      obstacle: noUpdates,
      perform: () => orderInstallation('checkForUpdate'),
    },
    {
      id: 'machine.fetchTensorFlow',
      label: () => t`Fetch TensorFlow`,
      scope: 'window',
      obstacle: nothingToFetch,
      perform: () => orderInstallation('fetchTensorFlow'),
    },
  ],
};

function inBrowser(): string | null {
  return window.layerwise.inBrowser ? t`In a browser, training runs where the page comes from.` : null;
}

function noUpdates(): string | null {
  const { update } = useInstallation.getState().installation;
  return update.state === 'unavailable' ? update.reason : null;
}

function nothingToFetch(): string | null {
  const { state } = useInstallation.getState().installation.tensorFlow;
  return state === 'offered' || state === 'failed' ? null : t`There is no TensorFlow to fetch here.`;
}
