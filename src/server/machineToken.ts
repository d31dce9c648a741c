import { timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AdviceError } from '../engine/adviceError';
import { readingFault } from '../engine/runs/fileFault';
import { machineTokenSchema } from '../protocol/machineMessages';
import { digestOf, randomText } from './randomText';

/** Texts that are longer are not worth hashing. */
const longest = 600;
const advice =
  'Name a file that holds nothing but a token of 32 to 512 characters, or one that is not there yet.';

/** The token by which applications on other machines are let in, for as long as the server lives. */
export class MachineToken {
  readonly #digest: Buffer;

  constructor(token: string) {
    this.#digest = digestOf(token);
  }

  /** Whether an Authorization header holds it. Takes the same time for every wrong one. */
  isIn(authorization: string | undefined): boolean {
    if (authorization === undefined || authorization.length > longest) return false;
    const [, token] = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization) ?? [];
    return token !== undefined && timingSafeEqual(digestOf(token), this.#digest);
  }
}

/** A token for one life of the server. */
export function newMachineToken(): string {
  return randomText();
}

/**
 * The token in a file; where there is no file, it is made with a new one, for its owner only. Throws an AdviceError
 * where that can't be done, or others may read it.
 */
export function keptMachineToken(path: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const token = newMachineToken();
    writeFileSync(path, `${token}\n`, { mode: 0o600, flag: 'wx' });
    return token;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      throw new AdviceError(`The token can't be written to ${path}: ${String(error)}.`, advice, {
        cause: error,
      });
  }
  return readToken(path);
}

function readToken(path: string): string {
  const { text, mode } = readSmall(path);
  const token = machineTokenSchema.safeParse(text.trim());
  if (!token.success) throw new AdviceError(`${path} holds no token.`, advice);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new AdviceError(
      `Others on this machine may read the token in ${path}.`,
      `Run "chmod 600 ${path}", and serve again.`,
    );
  return token.data;
}

function readSmall(path: string): { readonly text: string; readonly mode: number } {
  try {
    const file = openSync(path, 'r');
    try {
      const stat = fstatSync(file);
      if (!stat.isFile() || stat.size > 4096) throw new Error('it is no small file');
      return { text: readFileSync(file, 'utf8'), mode: stat.mode };
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw new AdviceError(`${path} ${readingFault(cause)}.`, advice, { cause });
  }
}
