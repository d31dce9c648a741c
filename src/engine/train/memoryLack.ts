import { analyse } from '../../network/analysis/analyse';
import { largestFittingBatch, memoryModel } from '../../network/forecast/memoryForecast';
import type { NetworkDocument } from '../../network/graph/document';
import { AdviceError } from '../adviceError';
import { processorMemory } from '../capacity/deviceMemory';
import { OutOfMemoryError } from '../execution/outOfMemory';

/** What is known of a lack of memory. */
interface MemoryLack {
  /** What ran out, as the start of a sentence. */
  readonly memory: string;
  /** Whether other programs use the same memory. */
  readonly shared: boolean;
  /** Id of the layer whose values were computed, null where that is unknown. */
  readonly node: string | null;
  /** Shape of the tensor that found no place, with the batch axis; null where that is unknown. */
  readonly shape: readonly number[] | null;
}

/**
 * The words for a lack of memory of TensorFlow's allocators, of oneDNN (which says so where it can't set up a primitive
 * or its workspace), of C++ and of V8.
 */
const words =
  /\bOOM\b|RESOURCE_EXHAUSTED|ResourceExhausted|failed to allocate|could not (create a (memory object|primitive)|execute a primitive)|bad_alloc|Array buffer allocation/i;

/** TensorFlow names the op: scope, layer and op. Where ops were fused, the last of them. */
const failedOp = /\{\{node (?:training|gradients|evaluation)\/(.+)\/\w+\}\}/;
const refusedShape = /allocating tensor with shape\[([\d,]+)\]/;

/** A lack of memory that was put into words. */
class MemoryLackError extends AdviceError {}

/** Whether a run failed for lack of memory. */
export function lacksMemory(error: unknown): boolean {
  return error instanceof MemoryLackError || findLack(error) !== null;
}

/**
 * A lack of memory in words that say what ran out, in which layer, and what to do. Null for any other failure.
 */
export function adviseOnMemory(error: unknown, document: NetworkDocument | null): AdviceError | null {
  const lack = findLack(error);
  if (lack === null) return null;
  const { memory, shared, shape } = lack;
  const node = document?.nodes.find(({ id }) => id === lack.node);
  const place = node === undefined ? '' : ` in layer ${node.label}`;
  const batch = document === null ? '' : ` at ${inWords(document.training.batchSize)} images in a batch`;
  const size = shape === null ? '' : `: ${tensorInWords(shape)} found no place`;
  const smaller = (document && smallerBatch(document, error instanceof OutOfMemoryError)) ?? null;
  const choice = smaller === null ? 'a smaller batch size' : `a batch size of ${inWords(smaller)} or less`;
  return new MemoryLackError(
    `${memory} ran out${place}${batch}${size}.`,
    `Choose ${choice}, or fewer filters and units${shared ? ', or close other programs that use the memory' : ''}; then train again.`,
    { cause: error },
  );
}

/** The largest batch that is expected to fit; null where none is, or where the forecast was wrong about this one. */
function smallerBatch(document: NetworkDocument, wasm: boolean): number | null {
  const { batchSize } = document.training;
  const backend = wasm ? 'wasm' : 'tensorflow';
  const model = memoryModel(document, analyse(document), backend);
  const free = processorMemory(backend).freeMemoryBytes;
  return model.at(batchSize).peak <= free ? null : largestFittingBatch(model, free, batchSize - 1);
}

function findLack(error: unknown): MemoryLack | null {
  if (error instanceof OutOfMemoryError)
    return { memory: error.message, shared: false, node: error.node, shape: null };
  const text = error instanceof Error ? error.message : String(error);
  if (!words.test(text)) return null;
  return {
    memory: /device:GPU/.test(text) ? 'The GPU’s memory' : 'Memory',
    shared: true,
    node: failedOp.exec(text)?.[1] ?? null,
    shape: refusedShape.exec(text)?.[1]?.split(',').map(Number) ?? null,
  };
}

function tensorInWords(shape: readonly number[]): string {
  const bytes = 4 * shape.reduce((product, extent) => product * extent, 1);
  const size = bytes < 1e9 ? `${Math.max(1, Math.round(bytes / 1e6))} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
  return `a tensor of ${shape.join('×')} (${size})`;
}

function inWords(count: number): string {
  return count.toLocaleString('en');
}
