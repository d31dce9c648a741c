import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { AttributeValue, NodeDef } from '../proto/messages';
import type { GraphShape, GraphTensor } from './graphTensor';

export interface Operation {
  readonly op: string;
  readonly inputs?: readonly GraphTensor[];
  /** Names of nodes that must have run before. */
  readonly after?: readonly string[];
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  /** Name within the scope; the op's name where absent. Made unique. */
  readonly name?: string;
}

/** Constants of up to so many numbers are shared. */
const fewNumbers = 64;

/** A graph in the making. Nodes are only ever added, in an order in which they can run. */
export class GraphBuilder {
  readonly #nodes: NodeDef[] = [];
  readonly #timesTaken = new Map<string, number>();
  readonly #constants = new Map<string, GraphTensor>();
  #scope = '';

  get nodes(): readonly NodeDef[] {
    return this.#nodes;
  }

  /** Names of nodes that `build` adds start with the scope. */
  inScope<Result>(scope: string, build: () => Result): Result {
    const outer = this.#scope;
    this.#scope = outer === '' ? scope : `${outer}/${scope}`;
    try {
      return build();
    } finally {
      this.#scope = outer;
    }
  }

  /** Adds a node and returns its name: the form for several outputs, or for none. */
  operation({ op, inputs = [], after = [], attributes = {}, name = op }: Operation): string {
    const unique = this.#uniqueName(name);
    const input = [...inputs.map((tensor) => tensor.name), ...after.map((node) => `^${node}`)];
    this.#nodes.push({ name: unique, op, input, attr: attributes });
    return unique;
  }

  /** Adds a node with float inputs (attribute T) and one float output. */
  float(
    op: string,
    inputs: readonly GraphTensor[],
    shape: GraphShape,
    attributes: Readonly<Record<string, AttributeValue>> = {},
  ): GraphTensor {
    const name = this.operation({
      op,
      inputs,
      attributes: { T: attribute.type(DataType.float), ...attributes },
    });
    return { name, shape, dataType: DataType.float };
  }

  /** One of the float outputs of a node that was added with `operation`. */
  output(node: string, index: number, shape: GraphShape): GraphTensor {
    return { name: index === 0 ? node : `${node}:${index}`, shape, dataType: DataType.float };
  }

  /** Adds a node with one output of the given type. */
  tensor(operation: Operation, dataType: DataType, shape: GraphShape): GraphTensor {
    return { name: this.operation(operation), shape, dataType };
  }

  placeholder(name: string, dataType: DataType, shape: GraphShape | 'unknown'): GraphTensor {
    const attributes = {
      dtype: attribute.type(dataType),
      shape: shape === 'unknown' ? attribute.unknownShape() : attribute.shape(shape),
    };
    const extents = shape === 'unknown' ? [] : shape;
    return this.tensor({ op: 'Placeholder', name, attributes }, dataType, extents);
  }

  /** A float constant; a scalar where no shape is given. */
  constant(value: number | Float32Array, shape: GraphShape = []): GraphTensor {
    const values = typeof value === 'number' ? Float32Array.of(value) : value;
    return this.#constant(DataType.float, values, shape);
  }

  /** An int32 scalar. */
  integer(value: number): GraphTensor {
    return this.#constant(DataType.int32, Int32Array.of(value), []);
  }

  /** An int32 constant; a vector where no shape is given. */
  integers(values: readonly number[], shape: GraphShape = [values.length]): GraphTensor {
    return this.#constant(DataType.int32, Int32Array.from(values), shape);
  }

  /** A vector of 64-bit numbers from their 32-bit halves. */
  unsigned64(values: readonly (readonly [low: number, high: number])[]): GraphTensor {
    return this.#constant(DataType.uint64, Int32Array.from(values.flat()), [values.length]);
  }

  /** One node serves all who want the same few numbers: a third of the nodes of ResNet-20 were such constants. */
  #constant(dataType: DataType, values: Float32Array | Int32Array, shape: GraphShape): GraphTensor {
    const key = values.length > fewNumbers ? null : `${dataType}/${shape}/${bits(values)}`;
    const known = key === null ? undefined : this.#constants.get(key);
    if (known !== undefined) return known;
    const attributes = {
      dtype: attribute.type(dataType),
      value: attribute.tensor(dataType, shape, values),
    };
    const tensor = this.tensor({ op: 'Const', attributes }, dataType, shape);
    if (key !== null) this.#constants.set(key, tensor);
    return tensor;
  }

  #uniqueName(name: string): string {
    const scoped = this.#scope === '' ? name : `${this.#scope}/${name}`;
    const taken = this.#timesTaken.get(scoped) ?? 0;
    this.#timesTaken.set(scoped, taken + 1);
    return taken === 0 ? scoped : this.#uniqueName(`${name}_${taken}`);
  }
}

/** Numbers as text that only the very same numbers have: other zeros and NaNs are other numbers. */
function bits({ buffer, byteOffset, length }: Float32Array | Int32Array): string {
  return new Int32Array(buffer, byteOffset, length).join();
}
