import { connect, isIP, type Socket } from 'node:net';
import { connect as connectSecurely, type TLSSocket } from 'node:tls';
import { MachineFault, machineFault } from './machineFault';

/** Where another machine is, and how it is known again. */
export interface MachinePlace {
  /** As machineAddress gives it. */
  readonly address: string;
  /** SHA-256 of the one certificate that it may show, which a person has accepted; null where authorities vouch for it. */
  readonly fingerprint: string | null;
}

const patienceMilliseconds = 10_000;

/** That nobody vouches for a certificate, or for another name, or not any more. */
const distrust =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_CERT_ALTNAME_INVALID)$/;

/**
 * Opens a connection. Nothing is sent over it before the machine's certificate was checked. Throws a MachineFault where
 * that fails; it has the fingerprint where nobody vouches for the certificate.
 */
export async function openConnection({ address, fingerprint }: MachinePlace): Promise<Socket> {
  try {
    if (address.startsWith('http:')) return await settled(connect(endOf(address)), 'connect');
    const socket = await secured(address, fingerprint === null);
    const shown = fingerprintOf(socket);
    if (fingerprint === null || shown === fingerprint) return socket;
    socket.destroy();
    throw new MachineFault(
      'certificate',
      `${address} shows another certificate than the one that you have accepted.`,
      'Either it was renewed, or another machine poses as this one. Compare the fingerprint with what “layerwise serve” prints there before you accept it.',
      shown,
    );
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw distrust.test(code) ? await untrusted(address) : machineFault(address, cause);
  }
}

/** Looks at the certificate that nobody vouches for, and sends nothing. */
async function untrusted(address: string): Promise<MachineFault> {
  try {
    const socket = await secured(address, false);
    const shown = fingerprintOf(socket);
    socket.destroy();
    return new MachineFault(
      'certificate',
      `No authority vouches for the certificate of ${address}.`,
      'That is so with a certificate that one made oneself. Compare its fingerprint with the one that “layerwise serve” has printed there: if they are the same, nobody is in between.',
      shown,
    );
  } catch (cause) {
    return machineFault(address, cause);
  }
}

function secured(address: string, vouched: boolean): Promise<TLSSocket> {
  const end = endOf(address);
  const socket = connectSecurely({
    ...end,
    ...(isIP(end.host) === 0 && { servername: end.host }),
    rejectUnauthorized: vouched,
    minVersion: 'TLSv1.2',
  });
  return settled(socket, 'secureConnect');
}

function fingerprintOf(socket: TLSSocket): string {
  return socket.getPeerX509Certificate()?.fingerprint256 ?? '';
}

function endOf(address: string): { readonly host: string; readonly port: number } {
  const { hostname, port, protocol } = new URL(address);
  const usual = protocol === 'https:' ? 443 : 80;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) };
}

/** The socket, once it has come so far. */
function settled<Opened extends Socket>(socket: Opened, event: 'connect' | 'secureConnect'): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.destroy(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' }));
    }, patienceMilliseconds);
    const fail = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
    };
    socket.setNoDelay(true).setKeepAlive(true, 10_000).once('error', fail);
    socket.once(event, () => {
      clearTimeout(timer);
      socket.off('error', fail);
      resolve(socket);
    });
  });
}
