import type { OperatingSystem } from './operatingSystem';
import type { Shortfall } from './shortfall';

/** What a person does, and the command for it where there is one. */
export type Remedy = Pick<Shortfall, 'advice' | 'command'>;

const downloadPage = 'https://www.nvidia.com/drivers';

/** One command for each family of distributions, by the id in /etc/os-release. */
const commands: Readonly<Record<string, string>> = {
  ubuntu: 'sudo apt install ubuntu-drivers-common && sudo ubuntu-drivers install',
  debian: 'sudo apt install nvidia-driver',
  fedora: 'sudo dnf install akmod-nvidia',
  arch: 'sudo pacman -S nvidia-open',
};

/** What must be set up for the command to find the driver. */
const packageSources: Readonly<Record<string, string>> = {
  debian: ' The package source "non-free" must be on.',
  fedora: ' The package source RPM Fusion must be on.',
};

/** How the NVIDIA driver is installed, or brought up to date, on a system. */
export function installDriver(system: OperatingSystem): Remedy {
  if (system.wsl)
    return {
      advice: `Install NVIDIA's driver in Windows, not in WSL: ${downloadPage}.`,
      command: null,
    };
  if (system.container)
    return { advice: `Install NVIDIA's driver on the machine that runs this container.`, command: null };
  const family = system.distributions.find((id) => Object.hasOwn(commands, id));
  const command = family === undefined ? undefined : commands[family];
  if (family === undefined || command === undefined)
    return {
      advice: `Install NVIDIA's driver from ${downloadPage}, and restart the machine.`,
      command: null,
    };
  const source = packageSources[family] ?? '';
  return { advice: `Run "${command}" and restart the machine.${source}`, command };
}
