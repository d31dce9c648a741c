import type { LayerConfig } from '../../../network/layers/fields';
import type { Activation } from '../../importing/activation';
import type { ImportDraft } from '../../importing/importDraft';
import type { NamedOperator } from '../../importing/namedOperator';
import { NoLayer } from '../../importing/noLayer';
import type { Prototxt, PrototxtValue } from './prototxt';

/** Makes what a layer of Caffe's gives. Throws NoLayer where no layer of ours stands for it. */
export type CaffeReader = (layer: CaffeLayer) => Activation;

/** A layer as the file has it. */
export class CaffeLayer {
  readonly draft: ImportDraft;
  readonly inputs: readonly Activation[];
  readonly #fields: Prototxt;

  constructor(fields: Prototxt, inputs: readonly Activation[], draft: ImportDraft) {
    this.#fields = fields;
    this.inputs = inputs;
    this.draft = draft;
  }

  get named(): NamedOperator {
    return { name: textOf(this.#fields, 'name'), opType: textOf(this.#fields, 'type') };
  }

  get input(): Activation {
    const [first] = this.inputs;
    if (first === undefined) throw new NoLayer('it is given nothing');
    return first;
  }

  /** The settings of a kind of layers: `convolution_param`. */
  settings(name: string): CaffeSettings {
    return new CaffeSettings(messagesOf(this.#fields, name)[0] ?? new Map());
  }

  layer(kind: string, config: LayerConfig = {}, inputs: readonly Activation[] = this.inputs): Activation {
    const { name, opType } = this.named;
    const plan = { kind, config, inputs, order: 'channelsLast' } as const;
    const made = this.draft.layer({ name: `${name}/${opType}`, opType }, plan);
    return made.shape?.length === 1 ? { ...made, order: 'features' } : made;
  }
}

/** Settings of a layer. */
export class CaffeSettings {
  readonly #fields: Prototxt;

  constructor(fields: Prototxt) {
    this.#fields = fields;
  }

  number(name: string, fallback: number): number {
    const value = this.#fields.get(name)?.[0];
    return typeof value === 'number' ? value : fallback;
  }

  boolean(name: string, fallback: boolean): boolean {
    const value = this.#fields.get(name)?.[0];
    return typeof value === 'boolean' ? value : fallback;
  }

  text(name: string, fallback: string): string {
    const value = this.#fields.get(name)?.[0];
    return typeof value === 'string' ? value : fallback;
  }

  numbers(name: string): readonly number[] {
    return (this.#fields.get(name) ?? []).filter((value) => typeof value === 'number');
  }

  messages(name: string): readonly Prototxt[] {
    return messagesOf(this.#fields, name);
  }

  /** Height and width: `kernel_size: 3`, given twice, or as `kernel_h` and `kernel_w`. */
  pair(name: string, short: string, fallback: number): readonly [number, number] {
    const [height, width = height] = this.numbers(name);
    return [this.number(`${short}_h`, height ?? fallback), this.number(`${short}_w`, width ?? fallback)];
  }
}

export function messagesOf(fields: Prototxt, name: string): readonly Prototxt[] {
  return (fields.get(name) ?? []).filter(isMessage);
}

function isMessage(value: PrototxtValue): value is Prototxt {
  return typeof value === 'object';
}

export function textOf(fields: Prototxt, name: string): string {
  const value = fields.get(name)?.[0];
  return typeof value === 'string' ? value : '';
}

export function textsOf(fields: Prototxt, name: string): readonly string[] {
  return (fields.get(name) ?? []).filter((value) => typeof value === 'string');
}
