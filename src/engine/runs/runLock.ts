import { randomUUID } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AdviceError } from '../adviceError';
import { errorCode, writingFault } from './fileFault';
import { readWholeFile } from './readWholeFile';

const lockFile = 'lock';

const holderSchema = z.object({
  /** Of the process that trains. */
  pid: z.int().min(1),
  /** What tells it from a later process of the same number; null where the system doesn't say. */
  started: z.string().max(200).nullable(),
  host: z.string().max(300),
  /** Of the lock itself. */
  token: z.string().max(100),
});

/** Who trains into a run folder. */
export type LockHolder = z.infer<typeof holderSchema>;

/**
 * Sees to it that one process at a time trains into a run folder: a file `lock` with the number of the process and
 * when, counted from the start of the system, it began. No clock is asked. A lock whose process is gone is taken over.
 */
export class RunLock {
  readonly #path: string;
  readonly #holder: LockHolder;

  private constructor(path: string, holder: LockHolder) {
    this.#path = path;
    this.#holder = holder;
  }

  /** Throws an AdviceError where another process, or another run of this one, trains into the folder. */
  static acquire(folder: string): RunLock {
    const path = join(folder, lockFile);
    const holder = {
      pid: process.pid,
      started: startOf(process.pid),
      host: hostname(),
      token: randomUUID(),
    };
    try {
      for (let attempt = 0; attempt < 5; attempt++) {
        if (create(path, holder)) {
          removePartial(folder);
          return new RunLock(path, holder);
        }
        const other = readHolder(path);
        if (other !== null && mayBeAlive(other)) throw refusal(folder, other);
        removeStale(path, other);
      }
    } catch (cause) {
      throw writingFault(folder, cause);
    }
    throw new AdviceError(
      `Several processes want to train into ${folder} at once.`,
      'Start one of them again, into a folder of its own.',
    );
  }

  /** Throws an AdviceError where somebody else has taken the folder, or removed the lock. */
  check(): void {
    const found = readHolder(this.#path);
    if (found?.token === this.#holder.token) return;
    if (found === null)
      throw writingFault(dirname(this.#path), Object.assign(new Error(), { code: 'ENOENT' }));
    throw refusal(dirname(this.#path), found);
  }

  release(): void {
    if (readHolder(this.#path)?.token === this.#holder.token) rmSync(this.#path, { force: true });
  }
}

/** Removes what processes left that were killed while they made a lock. */
function removePartial(folder: string): void {
  for (const name of readdirSync(folder))
    if (/^lock\..*\.partial$/.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Who trains into the folder now; null where nobody does, as far as can be told. */
export function findTrainer(folder: string): LockHolder | null {
  const holder = readHolder(join(folder, lockFile));
  return holder !== null && mayBeAlive(holder) ? holder : null;
}

/** Puts a whole lock there at once; false where one is there. */
function create(path: string, holder: LockHolder): boolean {
  const aside = `${path}.${holder.token}.partial`;
  writeFileSync(aside, JSON.stringify(holder));
  try {
    linkSync(aside, path);
    return true;
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') return false;
    return createWithoutLinks(path, holder);
  } finally {
    rmSync(aside, { force: true });
  }
}

function createWithoutLinks(path: string, holder: LockHolder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') return false;
    throw cause;
  }
}

/** Takes the lock away if it is still the one that was found stale, and else puts it back. */
function removeStale(path: string, found: LockHolder | null): void {
  const aside = `${path}.${randomUUID()}.partial`;
  try {
    renameSync(path, aside);
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return;
    throw cause;
  }
  const taken = readHolder(aside);
  try {
    if (taken !== null && taken.token !== found?.token) linkSync(aside, path);
  } catch {
    // Somebody else has a lock there: whose was taken away finds that out at its next check.
  }
  rmSync(aside, { recursive: true, force: true });
}

/** Null where there is no lock, or none that can be read: a rest of a disk that was full. */
function readHolder(path: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(readWholeFile(path, 64 * 1024).toString()));
  } catch {
    return null;
  }
}

/** Of a process on another machine nothing can be told. */
function mayBeAlive({ pid, started, host }: LockHolder): boolean {
  if (host !== hostname()) return true;
  if (process.platform === 'linux') {
    const now = startOf(pid);
    return now !== null && (started === null || started === now);
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return errorCode(cause) === 'EPERM';
  }
}

/** When the process began, in ticks since which start of the system; null where it is gone or the system doesn't say. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program, in brackets, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    if (state === 'Z' || state === 'X') return null;
    return `${fields[19]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}`;
  } catch {
    return null;
  }
}

function refusal(folder: string, { pid, host }: LockHolder): AdviceError {
  const self = pid === process.pid && host === hostname();
  const who = self
    ? 'another run of this Layerwise'
    : `process ${pid}${host === hostname() ? '' : ` on the machine ${host}`}`;
  return new AdviceError(
    `${folder} is in use: ${who} trains into it.`,
    host === hostname()
      ? 'Wait until it has ended or stop it, or train into another folder.'
      : `Wait until it has ended, or train into another folder. If nothing trains there any more, delete the file ${lockFile} in it.`,
  );
}
