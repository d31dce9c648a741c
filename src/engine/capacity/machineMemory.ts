import { readFileSync } from 'node:fs';
import { freemem, totalmem } from 'node:os';

/** Bytes of the memory that this process may use, and those of it that are in nobody's use. */
export interface MachineMemory {
  readonly total: number;
  readonly free: number;
}

/** Texts of the files that Linux tells it in; null where there is no such file. */
export interface MemoryFiles {
  /** /proc/meminfo */
  readonly meminfo: string | null;
  /** Limit of the group that a container puts its processes into, and what they use. */
  readonly groupLimit: string | null;
  readonly groupUsage: string | null;
}

/** The machine's memory, or what a container leaves of it. */
export function readMachineMemory(): MachineMemory {
  return (
    machineMemory({
      meminfo: read('/proc/meminfo'),
      groupLimit: read('/sys/fs/cgroup/memory.max') ?? read('/sys/fs/cgroup/memory/memory.limit_in_bytes'),
      groupUsage:
        read('/sys/fs/cgroup/memory.current') ?? read('/sys/fs/cgroup/memory/memory.usage_in_bytes'),
    }) ?? { total: totalmem(), free: freemem() }
  );
}

/** What the files say; null where the system has none. Memory that only caches files counts as free. */
export function machineMemory({ meminfo, groupLimit, groupUsage }: MemoryFiles): MachineMemory | null {
  const total = kibibytes(meminfo, 'MemTotal');
  const available = kibibytes(meminfo, 'MemAvailable');
  if (total === null || available === null) return null;
  const limit = Number(groupLimit ?? Number.NaN);
  // Without a limit, version 2 says "max" and version 1 a number near 2⁶³.
  if (!(limit > 0 && limit < total)) return { total, free: available };
  const used = Number(groupUsage ?? 0);
  return { total: limit, free: Math.max(0, Math.min(available, limit - used)) };
}

function kibibytes(text: string | null, name: string): number | null {
  const found = new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(text ?? '')?.[1];
  return found === undefined ? null : 1024 * Number(found);
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
