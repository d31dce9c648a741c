import { MachineFault } from './machineFault';

const example = 'https://gpu-box.example.org:8373';
const tunnel =
  'Run “ssh -L 8373:127.0.0.1:8373 gpu-box” in a terminal, leave it open, and use http://127.0.0.1:8373.';

/**
 * The address of a machine in its one form, as in `https://gpu-box:8373`. Throws a MachineFault where it is none, or
 * where the token would cross a network unencrypted.
 */
export function machineAddress(text: string): string {
  const words = text.trim();
  if (words === '') throw wrong('No address was given.');
  if (!/^https?:\/\//i.test(words)) throw wrong(`“${words}” does not begin with https:// or http://.`);
  if (!URL.canParse(words)) throw wrong(`“${words}” is no address.`);
  const url = new URL(words);
  if (
    url.username !== '' ||
    url.password !== '' ||
    url.hash !== '' ||
    url.search !== '' ||
    url.pathname !== '/'
  )
    throw wrong('There is more in this address than a machine and a port.');
  if (url.protocol === 'http:' && !isOwnMachine(url.hostname))
    throw new MachineFault(
      'other',
      `The connection to ${url.host} would not be encrypted: others could read the token, and use the machine.`,
      `${tunnel} Or start “layerwise serve” there with a certificate, and use https://.`,
    );
  return url.origin;
}

/** How people call a machine: the name in its address, or what it says of itself behind a tunnel. */
export function machineName(address: string, ownName: string): string {
  const { hostname } = new URL(address);
  return isOwnMachine(hostname) ? ownName : hostname;
}

function isOwnMachine(hostname: string): boolean {
  return /^127\.\d+\.\d+\.\d+$/.test(hostname) || hostname === 'localhost' || hostname === '[::1]';
}

function wrong(message: string): MachineFault {
  return new MachineFault('other', message, `Write it as in ${example}. Through ssh: ${tunnel}`);
}
