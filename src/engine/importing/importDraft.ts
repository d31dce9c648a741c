import { analyse } from '../../network/analysis/analyse';
import type { Block, LayerEdge, LayerNode, NetworkDocument } from '../../network/graph/document';
import { applyEdit } from '../../network/graph/edits';
import { tidyLayout } from '../../network/graph/tidy/tidyLayout';
import type { TrainingSettings } from '../../network/graph/trainingSettings';
import { checkConfig } from '../../network/layers/config';
import type { LayerConfig } from '../../network/layers/fields';
import { layerKind } from '../../network/layers/registry';
import type { Shape } from '../../network/layers/shape';
import type { NetworkEnds } from '../../network/templates/trainingRecipes';
import type { Activation, Order } from './activation';
import { FreeNames, scopedName } from './layerNames';
import type { NamedOperator } from './namedOperator';
import { NoLayer } from './noLayer';

/** What a layer is made of. */
export interface LayerPlan {
  readonly kind: string;
  readonly config?: LayerConfig;
  readonly inputs: readonly Activation[];
  readonly weights?: Readonly<Record<string, Float32Array>>;
  readonly order: Order;
  /** Of channelsFirstFeatures: the image that was flattened. */
  readonly image?: Shape;
}

/** Inputs of one layer, as a project file has them at most. */
const mostInputs = 1000;

/** A network in the making, with the values of its weights. */
export class ImportDraft {
  readonly weights = new Map<string, Float32Array>();
  /** What has no layer, in sentences. */
  readonly notes: string[] = [];
  readonly #nodes = new Map<string, LayerNode>();
  #edges: LayerEdge[] = [];
  readonly #blocks = new Map<string, Block>();
  readonly #parents = new Map<string, string | null>();
  /** Of the first output. */
  #classes: number | null = null;
  readonly #names = new FreeNames();

  get size(): number {
    return this.#nodes.size;
  }

  /** Whether any layer is of this kind. */
  has(kind: string): boolean {
    return [...this.#nodes.values()].some((node) => node.kind === kind);
  }

  /** Adds a layer behind its inputs. Throws NoLayer where settings or shapes are beyond what the kind takes. */
  layer(
    { name, opType }: NamedOperator,
    { kind: id, config = {}, inputs, weights = {}, order, image }: LayerPlan,
  ): Activation {
    const kind = layerKind(id);
    const checked = checkConfig(kind, config);
    if ('problem' in checked) throw new NoLayer(decapitalised(checked.problem.message));
    if (kind.inputs === 'one' && inputs.length > 1)
      throw new NoLayer(`it is given ${inputs.length} values, and takes one`);
    if (inputs.length > mostInputs) throw new NoLayer(`it has more than ${mostInputs} inputs`);
    const shapes = inputs.flatMap((input) => (input.shape === null ? [] : [input.shape]));
    const made = shapes.length < inputs.length ? null : kind.outputShape(shapes, checked.config);
    if (made !== null && 'problem' in made) throw new NoLayer(decapitalised(made.problem.message));
    const shape = made?.shape ?? null;
    if (kind.terminal === true) this.#classes ??= shape?.at(-1) ?? null;
    const { scopes, own } = scopedName(name, opType);
    const label = this.#names.take(layerName(own, kind.stem));
    const block = this.#blockOf(scopes);
    const node: LayerNode = { id: label, kind: id, label, config: checked.config, position: { x: 0, y: 0 } };
    this.#nodes.set(label, block === null ? node : { ...node, block });
    for (const [input, { layer }] of inputs.entries())
      if (layer !== null) this.#edges.push({ from: layer, to: label, input });
    for (const [weight, values] of Object.entries(weights)) this.weights.set(`${label}/${weight}`, values);
    return { type: 'activation', layer: label, shape, order, ...(image !== undefined && { image }) };
  }

  /** Says that no layer stands for an operator. The reason goes on after a colon. */
  leaveOut({ name, opType }: NamedOperator, reason: string | null): void {
    const place = name === '' ? '' : ` at ${clipped(name)}`;
    this.notes.push(
      `Op \`${clipped(opType)}\`${place} has no layer here${reason === null ? '' : `: ${reason}`}.`,
    );
  }

  node({ layer }: Activation): LayerNode | undefined {
    return layer === null ? undefined : this.#nodes.get(layer);
  }

  /** Changes settings of a layer and gives it more weights: a bias that came behind it. */
  change({ id }: LayerNode, config: LayerConfig, weights: Readonly<Record<string, Float32Array>>): void {
    const node = this.#nodes.get(id);
    if (node !== undefined) this.#nodes.set(id, { ...node, config: { ...node.config, ...config } });
    for (const [weight, values] of Object.entries(weights)) this.weights.set(`${id}/${weight}`, values);
  }

  /** Has training leave a layer's weights as they are. */
  freeze({ id }: LayerNode): void {
    const node = this.#nodes.get(id);
    if (node !== undefined) this.#nodes.set(id, { ...node, frozen: true });
  }

  /** What the network takes, and how many classes it tells apart. */
  ends(): NetworkEnds {
    const nodes = [...this.#nodes.values()];
    const config = nodes.find(({ kind }) => kind === 'input')?.config ?? {};
    return {
      height: Number(config['height']),
      width: Number(config['width']),
      channels: Number(config['channels']),
      classes: this.#classes ?? 10,
    };
  }

  /**
   * A mean over windows side by side with a factor and a constant for each channel is LeNet-5's subsampling layer; null
   * where the layers are others.
   */
  asSubsample({ id, kind, config }: LayerNode, bias: Float32Array): Activation | null {
    const from = this.#edges.filter(({ to }) => to === id).map((edge) => edge.from);
    const pool = this.#nodes.get(from[0] ?? '');
    const factors = this.weights.get(`${id}/gamma`);
    if (kind !== 'scale' || config['learned'] !== true || factors === undefined) return null;
    if (pool?.kind !== 'averagePool2d' || pool.config['padding'] !== 'valid') return null;
    const { poolSize, strides } = pool.config;
    const isShared = this.#edges.some((edge) => edge.from === pool.id && edge.to !== id);
    if (isShared || !Array.isArray(poolSize) || String(poolSize) !== String(strides)) return null;
    const [height = 1, width = 1]: readonly number[] = poolSize;
    this.#nodes.set(pool.id, { ...pool, kind: 'trainableSubsample', config: { poolSize } });
    this.#nodes.delete(id);
    this.#edges = this.#edges.filter(({ to }) => to !== id);
    this.weights.delete(`${id}/gamma`);
    this.weights.set(
      `${pool.id}/coefficient`,
      factors.map((factor) => factor / (height * width)),
    );
    this.weights.set(`${pool.id}/bias`, bias);
    return { type: 'activation', layer: pool.id, shape: null, order: 'channelsFirst' };
  }

  /** The finished document, laid out as Tidy does. */
  document(name: string, training: TrainingSettings): NetworkDocument {
    const all = [...this.#nodes.values()];
    const blocks = this.#worthwhileBlocks(all);
    const kept = new Set(blocks.map(({ id }) => id));
    const nodes = all.map(({ block, ...node }) => {
      const around = this.#nearest(block ?? null, kept);
      return around === null ? node : { ...node, block: around };
    });
    const drawn: NetworkDocument = { name, nodes, edges: this.#edges, blocks, training };
    return applyEdit(drawn, tidyLayout(drawn, analyse(drawn))).document;
  }

  #blockOf(scopes: readonly string[]): string | null {
    let parent: string | null = null;
    for (const label of scopes) {
      const path: string = `${parent ?? ''}/${label}`;
      const known: Block | undefined = this.#blocks.get(path);
      const id: string = known?.id ?? this.#names.take(label);
      if (known === undefined) {
        this.#blocks.set(path, { id, label, parent, collapsed: false, position: { x: 0, y: 0 } });
        this.#parents.set(id, parent);
      }
      parent = id;
    }
    return parent;
  }

  /** Blocks around several layers, but not around all. */
  #worthwhileBlocks(nodes: readonly LayerNode[]): readonly Block[] {
    const counts = new Map<string, number>();
    for (const { block } of nodes)
      for (let id = block ?? null; id !== null; id = this.#parents.get(id) ?? null)
        counts.set(id, (counts.get(id) ?? 0) + 1);
    const most = nodes.filter(({ kind }) => kind !== 'input' && kind !== 'output').length;
    const kept = new Set([...counts].filter(([, count]) => count > 1 && count < most).map(([id]) => id));
    return [...this.#blocks.values()]
      .filter(({ id }) => kept.has(id))
      .map((block) => ({ ...block, parent: this.#nearest(block.parent, kept) }));
  }

  /** The innermost block that is kept, from this one outwards. */
  #nearest(block: string | null, kept: ReadonlySet<string>): string | null {
    let id = block;
    while (id !== null && !kept.has(id)) id = this.#parents.get(id) ?? null;
    return id;
  }
}

/** A sentence as the end of another one. */
function decapitalised(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** PyTorch numbers the modules of a sequence: 0, 2.1. */
function layerName(own: string | undefined, stem: string): string {
  return own === undefined || /^[\d.]+$/.test(own) ? `${stem}${own ?? ''}` : own;
}

/** Names of a file may be of any length. */
function clipped(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
