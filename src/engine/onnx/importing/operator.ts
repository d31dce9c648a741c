import type { Activation } from '../../importing/activation';
import type { ImportDraft, LayerPlan } from '../../importing/importDraft';
import type { NamedOperator } from '../../importing/namedOperator';
import { NoLayer } from '../../importing/noLayer';
import type { Constant } from './constant';
import type { ReadNode } from './decodeModel';
import { layerOf } from './formula';
import type { Value } from './value';

/** Makes the value of an operator's first output. Throws NoLayer where no layer stands for it. */
export type Reader = (operator: Operator) => Value;

/** How often each tensor of a graph is used, and by operators of which types. */
export type Uses = ReadonlyMap<string, readonly string[]>;

/** One node of the graph, with what it is given. */
export class Operator {
  readonly node: ReadNode;
  /** Version of the operators. */
  readonly operatorSet: number;
  readonly draft: ImportDraft;
  readonly inputs: readonly (Value | undefined)[];
  readonly #uses: Uses;

  constructor(
    node: ReadNode,
    inputs: readonly (Value | undefined)[],
    surroundings: { readonly operatorSet: number; readonly draft: ImportDraft; readonly uses: Uses },
  ) {
    this.node = node;
    this.inputs = inputs;
    this.operatorSet = surroundings.operatorSet;
    this.draft = surroundings.draft;
    this.#uses = surroundings.uses;
  }

  get named(): NamedOperator {
    return { name: this.node.name, opType: this.node.opType };
  }

  /** An input as a layer gives it. */
  activation(index: number): Activation {
    const value = this.inputs[index];
    if (value === undefined) throw new NoLayer(`its input ${index + 1} is missing`);
    if (value.type === 'activation') return value;
    if (value.type === 'formula') return layerOf(this.draft, value);
    throw new NoLayer(
      value.type === 'constant'
        ? 'it is given a constant in place of what a layer makes'
        : 'it stands within a pattern that no layer has',
    );
  }

  /** An input whose values are in the file, or undefined where it is left out. */
  constant(index: number): Constant | undefined {
    const value = this.inputs[index];
    if (value === undefined || value.type === 'constant') return value;
    throw new NoLayer(`its input ${index + 1} is computed, and a layer has it fixed`);
  }

  /** A constant that the operator can't do without. */
  weight(index: number): Constant {
    const constant = this.constant(index);
    if (constant === undefined) throw new NoLayer(`its input ${index + 1} is missing`);
    return constant;
  }

  int(name: string, fallback: number): number {
    return this.#attribute(name)?.i ?? fallback;
  }

  float(name: string, fallback: number): number {
    return this.#attribute(name)?.f ?? fallback;
  }

  ints(name: string): readonly number[] | undefined {
    return this.#attribute(name)?.ints;
  }

  floats(name: string): readonly number[] | undefined {
    return this.#attribute(name)?.floats;
  }

  text(name: string, fallback: string): string {
    const attribute = this.#attribute(name);
    return attribute === undefined ? fallback : new TextDecoder().decode(attribute.s);
  }

  /** Axes or extents, which older operators have as an attribute and newer ones as an input. */
  listed(name: string, index: number): readonly number[] | undefined {
    const constant = this.constant(index);
    return constant === undefined ? this.ints(name) : Array.from(constant.values);
  }

  attribute(name: string): ReadNode['attribute'][number] | undefined {
    return this.#attribute(name);
  }

  /** Whether nothing else uses this input, so that what made it may be changed. */
  onlyUseOf(index: number): boolean {
    return this.#uses.get(this.node.input[index] ?? '')?.length === 1;
  }

  /** Types of the operators that use what this one makes. */
  usersOfOutput(): readonly string[] {
    return this.#uses.get(this.node.output[0] ?? '') ?? [];
  }

  layer(plan: LayerPlan): Activation {
    return this.draft.layer(this.named, plan);
  }

  #attribute(name: string): ReadNode['attribute'][number] | undefined {
    return this.node.attribute.find((attribute) => attribute.name === name);
  }
}
