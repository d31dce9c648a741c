import { execFile } from 'node:child_process';
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

/** Asks nvidia-smi. What has not answered after so many ms is not waited for. */
export async function listGpus(patience = driverPatience): Promise<ListedGpus> {
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

/** Of what the program printed before it failed; null where it printed nothing, or could not be started. */
function firstLine(text: string): string | null {
  const [line = ''] = text.trim().split('\n');
  return line === '' ? null : line;
}
