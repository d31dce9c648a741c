import { existsSync, readFileSync } from 'node:fs';

/** The system, as far as it decides how a driver is installed. */
export interface OperatingSystem {
  /** As Node names it: 'linux', 'darwin', 'win32'. */
  readonly platform: string;
  readonly architecture: string;
  /** Ids of the Linux distribution and of those that it derives from, the nearest first: ["linuxmint", "ubuntu"]. */
  readonly distributions: readonly string[];
  /** Linux inside of Windows, whose driver is that of Windows. */
  readonly wsl: boolean;
  /** A container, whose driver is that of its host. */
  readonly container: boolean;
}

/** Reads which distribution an /etc/os-release is of. */
export function parseDistributions(osRelease: string): readonly string[] {
  const entry = (name: string) => new RegExp(`^${name}=["']?([^"'\\n]*)`, 'm').exec(osRelease)?.[1] ?? '';
  return `${entry('ID')} ${entry('ID_LIKE')}`
    .toLowerCase()
    .split(/\s+/)
    .filter((id) => id !== '');
}

export function findOperatingSystem(): OperatingSystem {
  const linux = process.platform === 'linux';
  return {
    platform: process.platform,
    architecture: process.arch,
    distributions: linux ? parseDistributions(textOf('/etc/os-release')) : [],
    wsl: linux && /microsoft/i.test(textOf('/proc/version')),
    container: linux && (existsSync('/.dockerenv') || existsSync('/run/.containerenv')),
  };
}

/** Empty where there is no such file. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
