import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A running process, as Linux lists it. */
interface ListedProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The process with this id; null where there is none, or one that has ended and is only listed still. */
export function findProcess(pid: number): ListedProcess | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return null;
    return { pid, parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
  } catch {
    return null;
  }
}

/** The engine that a server has started. */
export function engineOf(server: ChildProcess): number {
  const found = readdirSync('/proc')
    .map((name) => findProcess(Number(name)))
    .find((listed) => listed?.parent === server.pid && listed?.command.includes('engineChild.js'));
  if (found === null || found === undefined) throw new Error('The server has no engine.');
  return found.pid;
}
