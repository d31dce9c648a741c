import { AdviceError } from '../../engine/adviceError';

/**
 * Why another machine can't be used. `unreachable` may pass by itself; `token` and `certificate` need a person;
 * `other` is said and tried again.
 */
export type MachineFaultKind = 'unreachable' | 'token' | 'certificate' | 'other';

export class MachineFault extends AdviceError {
  readonly kind: MachineFaultKind;
  /** SHA-256, of the certificate that was shown; null where that is not what is wrong. */
  readonly fingerprint: string | null;

  constructor(kind: MachineFaultKind, message: string, advice: string, fingerprint: string | null = null) {
    super(message, advice);
    this.name = 'MachineFault';
    this.kind = kind;
    this.fingerprint = fingerprint;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'its name could not be looked up',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network',
};

/** What a failed connection or request means for a person. */
export function machineFault(address: string, cause: unknown): MachineFault {
  if (cause instanceof MachineFault) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'EPROTO' || code.startsWith('ERR_SSL'))
    return new MachineFault(
      'other',
      `${address} does not encrypt.`,
      'Start “layerwise serve” there with --tls-cert and --tls-key, or go through ssh with an address that begins with http://127.0.0.1.',
    );
  const reason = reasons[code] ?? (cause instanceof Error ? cause.message : String(cause));
  return new MachineFault(
    'unreachable',
    `${address} can’t be reached: ${reason}.`,
    'See that “layerwise serve” runs there, and that the ssh tunnel to it is open where you use one.',
  );
}

/** What it means that the machine refuses with a status. */
export function refusedFault(address: string, status: number): MachineFault {
  switch (status) {
    case 401:
    case 429:
      return new MachineFault(
        'token',
        `${address} does not accept this token.`,
        'Copy the token that “layerwise serve” has printed there last. With --token-file it stays the same from start to start.',
      );
    case 403:
      return new MachineFault(
        'other',
        `${address} does not go by that name.`,
        'Use the address that “layerwise serve” has printed; a tunnel must have the same port at both ends. Or start it with --name and the name that you use.',
      );
    case 503:
      return new MachineFault(
        'other',
        `${address} serves as many applications as it can.`,
        'Disconnect one of the others.',
      );
    default:
      return notLayerwise(address);
  }
}

export function notLayerwise(address: string): MachineFault {
  return new MachineFault(
    'other',
    `${address} is no Layerwise that can be used from here.`,
    'Start “layerwise serve” there, of the same version as this one, and use the address that it prints.',
  );
}
