import type { LayerConfig } from '../../../network/layers/fields';
import { layerKind } from '../../../network/layers/registry';
import { elementCount, formatShape } from '../../../network/layers/shape';
import type { Activation } from '../../importing/activation';
import type { ImportDraft } from '../../importing/importDraft';
import type { NamedOperator } from '../../importing/namedOperator';
import { NoLayer } from '../../importing/noLayer';
import type { CallSpec, LayerSpec } from './modelSpec';
import { settingNumber } from './settingNumber';
import type { StoredVariable } from './variables/modelVariables';

/** Makes what a layer of Keras's gives. Throws NoLayer where no layer of ours stands for it. */
export type KerasReader = (layer: KerasLayer) => Activation;

/** What a layer of ours is made of, in the place of one of Keras's. */
export interface KerasPlan {
  readonly kind: string;
  readonly config?: LayerConfig;
  readonly inputs?: readonly Activation[];
  /** Names of our weights in the order in which Keras's layer has them. */
  readonly weights?: readonly string[];
  /** Values for weights that Keras's layer lacks. */
  readonly constants?: Readonly<Record<string, number>>;
  /** Of a layer that stands behind the one that has the name: `relu` for conv1_relu. */
  readonly suffix?: string;
}

/** Where a layer is read. */
export interface KerasPlace {
  readonly draft: ImportDraft;
  readonly spec: LayerSpec;
  /** The call that is read; null in a model of layers in a row. */
  readonly call: CallSpec | null;
  /** Names of the models that it is in, from the outermost. */
  readonly scopes: readonly string[];
  readonly inputs: readonly Activation[];
  readonly variables: readonly StoredVariable[] | null;
}

/** One call of a layer, with its settings and what it is given. */
export class KerasLayer {
  readonly spec: LayerSpec;
  readonly call: CallSpec | null;
  readonly inputs: readonly Activation[];
  readonly draft: ImportDraft;
  readonly #scopes: readonly string[];
  readonly #variables: readonly StoredVariable[] | null;

  constructor({ draft, spec, call, scopes, inputs, variables }: KerasPlace) {
    this.draft = draft;
    this.spec = spec;
    this.call = call;
    this.inputs = inputs;
    this.#scopes = scopes;
    this.#variables = variables;
  }

  /** A layer that stands within this one as its activation, behind `input`. */
  within(className: string, config: LayerSpec['config'], input: Activation): KerasLayer {
    const name = `${this.spec.name}_${className.toLowerCase()}`;
    return new KerasLayer({
      draft: this.draft,
      spec: { ...this.spec, className, name, config },
      call: null,
      scopes: this.#scopes,
      inputs: [input],
      variables: null,
    });
  }

  /** As the file names it, for messages. */
  get named(): NamedOperator {
    return { name: [...this.#scopes, this.spec.name].join('/'), opType: this.spec.className };
  }

  get input(): Activation {
    const [first] = this.inputs;
    if (first === undefined) throw new NoLayer('it is given nothing');
    return first;
  }

  get isImage(): boolean {
    return this.input.order !== 'features';
  }

  /** A function such as `x + y` in a functional model, which is no layer in Keras. */
  get isFunction(): boolean {
    return this.spec.className === 'TFOpLambda' || /^keras\.(src\.)?ops\b/.test(this.spec.module);
  }

  setting(name: string): unknown {
    return Object.hasOwn(this.spec.config, name) ? this.spec.config[name] : undefined;
  }

  number(name: string, fallback: number): number {
    const value = this.setting(name);
    return typeof value === 'number' ? value : fallback;
  }

  boolean(name: string, fallback: boolean): boolean {
    const value = this.setting(name);
    return typeof value === 'boolean' ? value : fallback;
  }

  text(name: string, fallback: string): string {
    const value = this.setting(name);
    return typeof value === 'string' ? value : fallback;
  }

  /** Height and width; Keras takes one number for both. */
  pair(name: string, fallback: readonly [number, number]): readonly number[] {
    const value = this.setting(name);
    if (typeof value === 'number') return [value, value];
    return Array.isArray(value) ? value.map(settingNumber) : fallback;
  }

  /** The axes of a setting, counted without the batch axis from 0; negative ones from the end. */
  axes(name: string): readonly number[] | null {
    const value = this.setting(name);
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const rank = this.isImage ? 3 : 1;
    if (!list.every((axis) => typeof axis === 'number')) return null;
    return list.map((axis) => (axis < 0 ? rank + axis : axis - 1)).sort((left, right) => left - right);
  }

  /** Adds a layer of ours and takes its weights from the file. */
  layer({
    kind,
    config = {},
    inputs = this.inputs,
    weights = [],
    constants = {},
    suffix,
  }: KerasPlan): Activation {
    const order = keepsAxes(kind, inputs[0]);
    const made = this.draft.layer(this.#scoped(suffix), { kind, config, inputs, order });
    const shape = made.shape;
    const activation: Activation =
      shape === null ? made : { ...made, order: shape.length === 3 ? 'channelsLast' : 'features' };
    this.#takeWeights(activation, inputs, weights, constants);
    return activation;
  }

  /** As the name of a layer: scopes, its own name, and the class at the end. */
  #scoped(suffix = ''): NamedOperator {
    const { className, name } = this.spec;
    const own = suffix === '' ? name : `${name}_${suffix}`;
    return { name: [...this.#scopes, ...blocksIn(name), own, className].join('/'), opType: className };
  }

  #takeWeights(
    made: Activation,
    inputs: readonly Activation[],
    names: readonly string[],
    constants: Readonly<Record<string, number>>,
  ): void {
    const node = this.draft.node(made);
    if (node === undefined) return;
    const shapes = inputs.flatMap(({ shape }) => (shape === null ? [] : [shape]));
    const known = made.shape !== null && shapes.length === inputs.length;
    const declared = known ? layerKind(node.kind).weights(shapes, node.config) : [];
    const given = new Map<string, Float32Array>();
    for (const { name, shape } of declared)
      if (constants[name] !== undefined && this.#variables !== null)
        given.set(name, new Float32Array(elementCount(shape)).fill(constants[name]));
    for (const [index, name] of names.entries()) {
      const variable = this.#variables?.[index];
      if (variable === undefined) {
        if (this.#variables !== null) this.#note(`has no ${name} in the file`);
        continue;
      }
      const wanted = declared.find((one) => one.name === name)?.shape;
      if (wanted !== undefined && elementCount(wanted) !== elementCount(variable.shape))
        this.#note(
          `has its ${name} as ${formatShape(variable.shape)} in the file, and the layer takes ${formatShape(wanted)}: it was left out`,
        );
      else {
        const values = this.#valuesOf(variable, name);
        if (values !== null) given.set(name, values);
      }
    }
    this.draft.change(node, {}, Object.fromEntries(given));
    if (names.length > 0 && !this.boolean('trainable', true)) this.draft.freeze(node);
  }

  #valuesOf(variable: StoredVariable, name: string): Float32Array | null {
    try {
      return variable.values();
    } catch (cause) {
      this.#note(`lacks its ${name}, which ${cause instanceof Error ? cause.message : String(cause)}`);
      return null;
    }
  }

  #note(predicate: string): void {
    this.draft.notes.push(`Layer ${clippedName(this.spec.name)} ${predicate}.`);
  }
}

/** Keras Applications say by a layer's name which block it is in: conv2_block1_out, block3_pool, block_4_expand. */
function blocksIn(name: string): readonly string[] {
  const [, stage, block] = /^(?:(conv\d+)_)?(block_?\d+[a-z]?)_/.exec(name) ?? [];
  return [stage, block].filter((part) => part !== undefined);
}

/** How the axes of the output lie where its shape isn't known. */
function keepsAxes(kind: string, input: Activation | undefined): Activation['order'] {
  if (kind === 'flatten' || kind === 'dense' || kind === 'globalAveragePool2d') return 'features';
  return input?.order ?? 'channelsLast';
}

/** Names of a file may be of any length. */
function clippedName(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}
