import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { version } from '../../../package.json';
import { ensurePythonPeer } from '../../../scripts/bench/pythonPeers.mjs';
import { weightsFile } from '../../../src/cli/exporting/safetensorsForm';
import { drawInitialWeights } from '../../../src/engine/initialWeights';
import { analyse } from '../../../src/network/analysis/analyse';
import { pytorchProject } from '../../../src/network/code/pytorch/pytorchProject';
import type { NetworkDocument } from '../../../src/network/graph/document';

/** Writes a project with the weights that the engine would start from. */
export function writePytorchProject(folder: string, document: NetworkDocument): void {
  const analysis = analyse(document);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of pytorchProject(document, analysis, version))
    writeFileSync(join(folder, name), text);
  const weights = drawInitialWeights(analysis, document.training.seed);
  writeFileSync(
    join(folder, 'weights.safetensors'),
    weightsFile({ document, analysis, weights, weightsText: 'as first drawn' }),
  );
}

/** Starts a project's train.py and doesn't wait for it. */
export async function startInPytorch(folder: string, parameters: readonly string[]): Promise<ChildProcess> {
  const python = await ensurePythonPeer('pytorch');
  return spawn(python, ['train.py', ...parameters], { cwd: folder, stdio: 'ignore' });
}

/** Runs a project's train.py, by torchrun where there are several processes. */
export async function trainInPytorch(
  folder: string,
  parameters: readonly string[],
  processes = 1,
): Promise<void> {
  const python = await ensurePythonPeer('pytorch');
  const launcher = ['-m', 'torch.distributed.run', '--standalone', '--nproc-per-node', String(processes)];
  const program = ['train.py', ...parameters];
  await promisify(execFile)(python, processes === 1 ? program : [...launcher, ...program], {
    cwd: folder,
    env: { ...process.env, OMP_NUM_THREADS: '1', GLOO_SOCKET_IFNAME: 'lo' },
  });
}
