import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const nvidia = '0x10de';
/** Display controllers: VGA (00), 3D (02) and others. NVIDIA's sound and USB devices have other classes. */
const displayClass = '0x03';

/**
 * Addresses of NVIDIA's GPUs on the PCI bus, in the bus's order, whether or not a driver runs them; null where the
 * system shows no bus, as outside of Linux and under WSL.
 */
export function nvidiaDevicesOnBus(folder = '/sys/bus/pci/devices'): readonly string[] | null {
  try {
    return readdirSync(folder)
      .filter((address) => attribute(folder, address, 'vendor') === nvidia)
      .filter((address) => attribute(folder, address, 'class').startsWith(displayClass))
      .sort();
  } catch {
    return null;
  }
}

function attribute(folder: string, address: string, name: string): string {
  try {
    return readFileSync(join(folder, address, name), 'utf8')
      .trim()
      .toLowerCase();
  } catch {
    return '';
  }
}
