import { AdviceError } from '../../engine/adviceError';
import { type Certificate, readCertificate } from '../../server/certificate';
import { isLoopback } from '../../server/ownAddress';

export interface PlaceOptions {
  readonly host: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly withoutTls: boolean;
  readonly name: readonly string[];
}

/** The certificate to serve with; null for none. Throws an AdviceError where others could read or take what is sent. */
export function servingCertificate({ host, tlsCert, tlsKey, withoutTls }: PlaceOptions): Certificate | null {
  if (tlsCert !== undefined && tlsKey !== undefined) return readCertificate(tlsCert, tlsKey);
  if (tlsCert !== undefined || tlsKey !== undefined)
    throw new AdviceError(
      `${tlsKey === undefined ? '--tls-key' : '--tls-cert'} is missing: a certificate and its key belong together.`,
      'Name both files, or none.',
    );
  if (isLoopback(host) || withoutTls) return null;
  throw new AdviceError(
    `At ${host} others in the network could read along and take the token: the connection would not be encrypted.`,
    [
      'Leave --host out and reach this machine through ssh:',
      `  ssh -L 8373:127.0.0.1:8373 THIS-MACHINE`,
      'or give a certificate with --tls-cert and --tls-key. --without-tls serves all the same, for a container whose port is not open to others.',
    ].join('\n'),
  );
}

/** Throws an AdviceError where a name could be none of a machine's. */
export function checkNames(names: readonly string[]): void {
  for (const name of names)
    if (!/^(?:[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9])?|\[[0-9a-f:]+\])$/.test(name))
      throw new AdviceError(
        `"${name}" is no name of a machine.`,
        'Write the name alone, as in --name gpu-box.example.org, without "https://" and without a port.',
      );
}
