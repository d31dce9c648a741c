import { createPrivateKey, X509Certificate } from 'node:crypto';
import { AdviceError } from '../engine/adviceError';
import { readingFault } from '../engine/runs/fileFault';
import { readWholeFile } from '../engine/runs/readWholeFile';

/** What a server shows to prove who it is. */
export interface Certificate {
  /** PEM: the certificate, and those that vouch for it. */
  readonly cert: Buffer;
  /** PEM. */
  readonly key: Buffer;
  readonly leaf: X509Certificate;
}

const fileLimit = 1024 * 1024;

const example =
  'openssl req -x509 -newkey rsa:3072 -nodes -days 365 -keyout key.pem -out cert.pem -subj /CN=THIS-MACHINE -addext subjectAltName=DNS:THIS-MACHINE';

/** Reads a certificate and its key. Throws an AdviceError where they can't be used. */
export function readCertificate(certPath: string, keyPath: string): Certificate {
  const cert = read(certPath);
  const key = read(keyPath);
  const leaf = parse(certPath, () => new X509Certificate(cert));
  const secret = parse(keyPath, () => createPrivateKey(key));
  if (!leaf.checkPrivateKey(secret))
    throw new AdviceError(
      `The key in ${keyPath} is not that of the certificate in ${certPath}.`,
      'Name the two files that were made together.',
    );
  if (Date.parse(leaf.validTo) < Date.now())
    throw new AdviceError(
      `The certificate in ${certPath} was good until ${leaf.validTo} only.`,
      `Renew it, or make one yourself: ${example}`,
    );
  return { cert, key, leaf };
}

function read(path: string): Buffer {
  try {
    return readWholeFile(path, fileLimit);
  } catch (cause) {
    throw new AdviceError(`${path} ${readingFault(cause)}.`, `To make both files: ${example}`, { cause });
  }
}

function parse<Parsed>(path: string, attempt: () => Parsed): Parsed {
  try {
    return attempt();
  } catch (cause) {
    throw new AdviceError(
      `${path} holds no PEM that can be read without a password.`,
      `To make a certificate and its key: ${example}`,
      { cause },
    );
  }
}
