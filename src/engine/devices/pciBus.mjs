// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Plain JavaScript for the provisioning scripts, as nvidiaDriver.mjs is. */
const nvidia = '0x10de';
/** Display controllers: VGA (00), 3D (02) and others. NVIDIA's sound and USB devices have other classes. */
const displayClass = '0x03';

/**
 * Addresses of NVIDIA's GPUs on the PCI bus, in the bus's order, whether or not a driver runs them; null where the
 * system shows no bus, as outside of Linux and under WSL.
 *
 * @returns {readonly string[] | null}
 */
export function nvidiaDevicesOnBus(folder = '/sys/bus/pci/devices') {
  try {
    return readdirSync(folder)
      .filter((address) => attribute(folder, address, 'vendor') === nvidia)
      .filter((address) => attribute(folder, address, 'class').startsWith(displayClass))
      .sort();
  } catch {
    return null;
  }
}

/**
 * @param {string} folder
 * @param {string} address
 * @param {string} name
 * @returns {string}
 */
function attribute(folder, address, name) {
  try {
    return readFileSync(join(folder, address, name), 'utf8')
      .trim()
      .toLowerCase();
  } catch {
    return '';
  }
}
