import { bytesPerValue } from '../analysis/memory';
import { elementCount, type Shape } from '../layers/shape';

/** A tensor as the forecast sees it: where its bytes are, not what they say. */
export interface MemoryTensor {
  /** Extents without the batch axis; of a weight, all of them. */
  readonly shape: Shape;
  /** Whether there is one for each image of the batch. */
  readonly batched: boolean;
  /** Tensors that look at the same bytes have one storage. */
  readonly storage: Storage;
}

/** A piece of memory that is taken and given back as a whole. */
export interface Storage {
  readonly id: number;
  /** Bytes for each image of the batch. */
  readonly perImage: number;
  /** Bytes whatever the batch. */
  readonly fixed: number;
}

/** What an op does with memory. */
export interface OpMemory {
  /** What its gradient reads again, so that it is kept until then. */
  readonly keeps?: readonly MemoryTensor[];
  /** Bytes for each image that its gradient needs beside these: masks, places of maxima. */
  readonly keptPerImage?: number;
  /** Works value by value: the output takes its input's place, where nothing else needs that any more. */
  readonly inPlace?: boolean;
  /** Bytes for each image that it needs while it runs. */
  readonly scratchPerImage?: number;
  /** Hands its output's gradient on as it is. */
  readonly passesGradient?: boolean;
  /** The backward pass begins here. */
  readonly isLoss?: boolean;
  readonly isConvolution?: boolean;
}

/** One op of the forward pass. */
export interface MemoryEntry {
  readonly output: MemoryTensor;
  readonly inputs: readonly MemoryTensor[];
  readonly keeps: readonly Storage[];
  readonly workspace: Storage | null;
  readonly inPlace: boolean;
  readonly scratchPerImage: number;
  readonly passesGradient: boolean;
  /** The backward pass begins here. */
  readonly isLoss: boolean;
  readonly isConvolution: boolean;
  /** The output belongs to a layer, whose gradient is measured. */
  measured: boolean;
}

const plain = {
  keeps: [],
  workspace: null,
  inPlace: false,
  scratchPerImage: 0,
  passesGradient: false,
  isLoss: false,
  isConvolution: false,
  measured: false,
} as const;

/** Records the ops of a forward pass by what they do with memory. */
export class MemoryTape {
  readonly entries: MemoryEntry[] = [];
  #storages = 0;

  /** A tensor of the batch. */
  batched(shape: Shape): MemoryTensor {
    return { shape, batched: true, storage: this.#storage(elementCount(shape) * bytesPerValue, 0) };
  }

  /** A tensor whose size does not follow the batch. */
  fixed(shape: Shape): MemoryTensor {
    return { shape, batched: false, storage: this.#storage(0, elementCount(shape) * bytesPerValue) };
  }

  /** An op that computes a new tensor of this shape from its inputs. */
  op(
    inputs: readonly MemoryTensor[],
    shape: Shape,
    memory: OpMemory | ((output: MemoryTensor) => OpMemory) = {},
  ) {
    const batched = inputs.some((input) => input.batched);
    const output = batched ? this.batched(shape) : this.fixed(shape);
    const { keeps = [], keptPerImage = 0, ...rest } = typeof memory === 'function' ? memory(output) : memory;
    this.entries.push({
      ...plain,
      ...rest,
      output,
      inputs,
      keeps: keeps.map(({ storage }) => storage),
      workspace: keptPerImage === 0 ? null : this.#storage(keptPerImage, 0),
    });
    return output;
  }

  /** The same bytes under another shape. */
  view(input: MemoryTensor, shape: Shape): MemoryTensor {
    const output: MemoryTensor = { shape, batched: input.batched, storage: input.storage };
    this.entries.push({ ...plain, output, inputs: [input], passesGradient: true });
    return output;
  }

  #storage(perImage: number, fixed: number): Storage {
    return { id: this.#storages++, perImage, fixed };
  }
}
