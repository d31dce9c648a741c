// @ts-check
import { cpus, totalmem } from 'node:os';
import { threads } from './lineUp.mjs';

/** The machine in a few words, for a table of figures: "2 cores of AMD EPYC, 24 GiB of memory, linux x64, Node 20". */
export function machineText() {
  const [processor] = cpus();
  const model = processor?.model.replaceAll(/\s+/g, ' ').trim() || 'an unknown processor';
  const cores = `${threads} ${threads === 1 ? 'core' : 'cores'} of ${model}`;
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  const [major] = process.versions.node.split('.');
  return `${cores}, ${memory}, ${process.platform} ${process.arch}, Node ${major}`;
}
