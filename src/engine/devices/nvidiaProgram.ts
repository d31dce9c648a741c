import { execFile, execFileSync } from 'node:child_process';
import type { MachineFindings } from './deviceFindings';
import { gpuListFields, parseGpuList } from './gpuList';

/** What the NVIDIA driver says about its GPUs. */
export type ListedGpus = Pick<MachineFindings, 'gpus' | 'driverComplaint'>;

/** So long a driver may take to answer, in ms; one that hangs never does. */
export const driverPatience = 5_000;

const programs: readonly string[] = ['nvidia-smi', '/usr/lib/wsl/lib/nvidia-smi'];
const parameters: readonly string[] = [
  `--query-gpu=${gpuListFields.join(',')}`,
  '--format=csv,noheader,nounits',
];

/** Asks nvidia-smi, and waits for it. */
export function listGpus(): ListedGpus {
  let complaint = 'nvidia-smi was not found';
  for (const program of programs) {
    try {
      const options = { encoding: 'utf8', timeout: driverPatience } as const;
      const text = execFileSync(program, parameters, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
      const gpus = parseGpuList(text);
      if (gpus.length > 0) return { gpus, driverComplaint: null };
      complaint = 'nvidia-smi lists no GPU';
    } catch (error) {
      complaint = complaintOf(error) ?? complaint;
    }
  }
  return { gpus: [], driverComplaint: complaint };
}

/** The same without holding anything else up. What has not answered after so many ms is not waited for. */
export async function listGpusAside(patience = driverPatience): Promise<ListedGpus> {
  let complaint = 'nvidia-smi was not found';
  const until = performance.now() + patience;
  for (const program of programs) {
    const answer = await ask(program, until - performance.now());
    if ('complaint' in answer) complaint = answer.complaint ?? complaint;
    else {
      const gpus = parseGpuList(answer.text);
      if (gpus.length > 0) return { gpus, driverComplaint: null };
      complaint = 'nvidia-smi lists no GPU';
    }
  }
  return { gpus: [], driverComplaint: complaint };
}

type Answer = { readonly text: string } | { readonly complaint: string | null };

/** A process that hangs in the driver may outlive its being killed: the answer comes without its end. */
function ask(program: string, patience: number): Promise<Answer> {
  return new Promise((resolve) => {
    if (patience <= 0) return resolve({ complaint: null });
    const child = execFile(program, [...parameters], { encoding: 'utf8' }, (error, text) => {
      clearTimeout(timer);
      resolve(error === null ? { text } : { complaint: firstLine(text) });
    });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      child.unref();
      resolve({ complaint: `nvidia-smi did not answer within ${(patience / 1000).toFixed(1)} s` });
    }, patience);
  });
}

/** The first line of what the program printed before it failed; null where it could not be started. */
function complaintOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('stdout' in error)) return null;
  return typeof error.stdout === 'string' ? firstLine(error.stdout) : null;
}

function firstLine(text: string): string | null {
  const [line = ''] = text.trim().split('\n');
  return line === '' ? null : line;
}
