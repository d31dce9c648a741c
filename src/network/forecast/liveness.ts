import { type Buffer, Buffers } from './buffers';
import type { MemoryEntry, MemoryTape, Storage } from './memoryTape';
import type { WorkSpace } from './workSpace';

/** Most bytes held at once by a forward pass of which nothing is kept. */
export function evaluationPeak(
  { entries }: MemoryTape,
  batch: number,
  workSpace: WorkSpace,
  keepsAll: boolean,
): number {
  const buffers = new Buffers(keepsAll);
  runForward(entries, batch, buffers, countReads(entries, false), workSpace);
  return buffers.peak;
}

/**
 * Most bytes held at once by a forward pass and the backward pass behind it, in the order in which they run, each tensor
 * being freed after its last use. The gradients of all weights are held to the end: the update waits for all of them.
 */
export function trainingPeak(
  { entries }: MemoryTape,
  batch: number,
  workSpace: WorkSpace,
  keepsAll: boolean,
): number {
  const buffers = new Buffers(keepsAll);
  const values = runForward(entries, batch, buffers, countReads(entries, true), workSpace);
  runBackward(entries, batch, buffers, values, workSpace);
  return buffers.peak;
}

function bytesOf({ perImage, fixed }: Storage, batch: number): number {
  return perImage * batch + fixed;
}

/** Reads of each storage that are to come: by later ops, and in training by the gradients of those that keep it. */
function countReads(entries: readonly MemoryEntry[], training: boolean): ReadonlyMap<number, number> {
  const reads = new Map<number, number>();
  const count = ({ id }: Storage): void => void reads.set(id, (reads.get(id) ?? 0) + 1);
  for (const { output, inputs, keeps, workspace } of entries) {
    for (const { storage } of inputs) if (storage !== output.storage) count(storage);
    if (!training) continue;
    for (const storage of keeps) count(storage);
    if (workspace !== null) count(workspace);
  }
  return reads;
}

type Values = Map<number, Buffer>;

/** Images and weights are nobody's output: they are counted elsewhere. */
function runForward(
  entries: readonly MemoryEntry[],
  batch: number,
  buffers: Buffers,
  reads: ReadonlyMap<number, number>,
  workSpace: WorkSpace,
): Values {
  const values: Values = new Map();
  for (const entry of entries) {
    const { output, inputs, inPlace, workspace } = entry;
    if (inputs.some(({ storage }) => storage === output.storage)) continue;
    const bytes = bytesOf(output.storage, batch);
    const outputReads = reads.get(output.storage.id) ?? 0;
    const read = inputs.flatMap(({ storage }) => values.get(storage.id) ?? []);
    const place = inPlace ? read.find((buffer) => buffer.bytes === bytes && buffer.reads === 1) : undefined;
    if (place !== undefined) {
      place.reads += outputReads;
      values.set(output.storage.id, place);
    } else values.set(output.storage.id, buffers.take(bytes, outputReads));
    if (workspace !== null)
      values.set(workspace.id, buffers.take(bytesOf(workspace, batch), reads.get(workspace.id) ?? 0));
    buffers.use(batch * workSpace.forward(entry));
    for (const buffer of read) buffers.read(buffer);
  }
  return values;
}

function runBackward(
  entries: readonly MemoryEntry[],
  batch: number,
  buffers: Buffers,
  values: Values,
  workSpace: WorkSpace,
): void {
  const followed = followedStorages(entries);
  const gradients = new Map<number, Buffer[]>();
  for (const entry of entries.toReversed()) {
    const { output, inputs, keeps, workspace, inPlace, passesGradient, measured, isLoss } = entry;
    const terms = isLoss ? [buffers.take(0, 1)] : (gradients.get(output.storage.id) ?? []);
    const isView = inputs.some(({ storage }) => storage === output.storage);
    if (isView || terms.length === 0) continue;
    const gradient = sum(terms, buffers);
    for (const { storage, batched } of inputs) {
      if (!batched) buffers.take(bytesOf(storage, batch), Number.POSITIVE_INFINITY);
      else if (followed.has(storage.id)) {
        const own = passesGradient || (inPlace && gradient.reads === 1 && !measured);
        if (own) gradient.reads += 1;
        const term = own ? gradient : buffers.take(bytesOf(storage, batch), 1);
        gradients.set(storage.id, [...(gradients.get(storage.id) ?? []), term]);
      }
    }
    buffers.use(batch * workSpace.backward(entry));
    buffers.read(gradient);
    for (const { id } of workspace === null ? keeps : [...keeps, workspace]) {
      const value = values.get(id);
      if (value !== undefined) buffers.read(value);
    }
  }
}

/** All terms are held until the last one is there; one of them takes the sum, if nothing else reads it. */
function sum(terms: readonly Buffer[], buffers: Buffers): Buffer {
  const [first, ...others] = terms;
  if (first === undefined) throw new Error('A sum has at least one term.');
  if (others.length === 0) return first;
  const place = terms.find(({ reads }) => reads === 1) ?? buffers.take(first.bytes, 1);
  for (const term of terms) if (term !== place) buffers.read(term);
  return place;
}

/** What depends on a weight, and so gets a gradient. */
function followedStorages(entries: readonly MemoryEntry[]): ReadonlySet<number> {
  const followed = new Set<number>();
  for (const { output, inputs } of entries)
    if (inputs.some(({ batched, storage }) => !batched || followed.has(storage.id)))
      followed.add(output.storage.id);
  return followed;
}
