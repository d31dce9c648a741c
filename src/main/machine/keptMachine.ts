import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { readWholeFile } from '../../engine/runs/readWholeFile';
import { writeAside } from '../../engine/runs/writeAside';
import type { MachineAccess } from './machineClient';
import type { TokenSafe } from './tokenSafe';

const fileLimit = 64 * 1024;

const keptSchema = z.object({
  address: z.string().max(1000),
  /** What people call it. */
  name: z.string().max(300),
  fingerprint: z.string().max(200).nullable(),
  /** Sealed; null where the system has no place for secrets. */
  token: z.string().max(10_000).nullable(),
  /** Name of the network that was trained there when this machine heard of it last; null where none was. */
  training: z.string().max(1000).nullable(),
});
type Kept = z.infer<typeof keptSchema>;

/** The other machine that was used last, in a file. The token is there only as the system's safe has sealed it. */
export class KeptMachine {
  readonly #path: string;
  readonly #safe: TokenSafe;
  #kept: Kept | null;
  /** For as long as the application runs. */
  #token: string | null;

  constructor(path: string, safe: TokenSafe) {
    this.#path = path;
    this.#safe = safe;
    this.#kept = read(path);
    const sealed = this.#kept?.token ?? null;
    this.#token = sealed === null || !safe.available ? null : safe.open(sealed);
  }

  /** Null before the first. */
  get machine(): Pick<Kept, 'address' | 'name' | 'fingerprint' | 'training'> | null {
    return this.#kept;
  }

  get token(): string | null {
    return this.#token;
  }

  /** Whether a token outlives the application. */
  get keepsTokens(): boolean {
    return this.#safe.available;
  }

  keep({ address, fingerprint, token }: MachineAccess, name: string): void {
    this.#token = token;
    const training = this.#kept?.address === address ? this.#kept.training : null;
    const sealed = this.#safe.available ? this.#safe.seal(token) : null;
    this.#write({ address, name, fingerprint, token: sealed, training });
  }

  /** A network is trained there from now on; null where none is any more. */
  noteTraining(training: string | null): void {
    if (this.#kept !== null && this.#kept.training !== training) this.#write({ ...this.#kept, training });
  }

  #write(kept: Kept): void {
    this.#kept = kept;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeAside(this.#path, `${JSON.stringify(kept)}\n`);
    } catch (error) {
      console.error(
        'The other machine could not be kept; it has to be named again at the next start.',
        error,
      );
    }
  }
}

function read(path: string): Kept | null {
  try {
    return keptSchema.parse(JSON.parse(readWholeFile(path, fileLimit).toString()));
  } catch {
    return null;
  }
}
