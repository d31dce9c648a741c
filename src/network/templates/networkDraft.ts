import { analyse } from '../analysis/analyse';
import type { Block, LayerEdge, LayerNode, NetworkDocument } from '../graph/document';
import { applyEdit } from '../graph/edits';
import { tidyLayout } from '../graph/tidy/tidyLayout';
import type { TrainingSettings } from '../graph/trainingSettings';
import { defaultConfig } from '../layers/config';
import type { LayerConfig } from '../layers/fields';
import { layerKind } from '../layers/registry';

/** A network in the making: each layer is added behind the layers that feed it. */
export class NetworkDraft {
  readonly #nodes: LayerNode[] = [];
  readonly #edges: LayerEdge[] = [];
  readonly #blocks: Block[] = [];
  /** The block that layers go into now. */
  #block: string | null = null;

  /** Adds a layer, whose label is its id, and returns the id; settings that are left out have their defaults. */
  layer(id: string, kind: string, config: LayerConfig, ...inputs: readonly string[]): string {
    const settings = { ...defaultConfig(layerKind(kind)), ...config };
    const block = this.#block !== null && { block: this.#block };
    this.#nodes.push({ id, kind, label: id, config: settings, position: { x: 0, y: 0 }, ...block });
    for (const [input, from] of inputs.entries()) this.#edges.push({ from, to: id, input });
    return id;
  }

  /** Puts the layers that are added while it builds into a block, which is in the one around where there is one. */
  inBlock<Result>(label: string, collapsed: boolean, build: () => Result): Result {
    const around = this.#block;
    this.#blocks.push({ id: label, label, parent: around, collapsed, position: { x: 0, y: 0 } });
    this.#block = label;
    const result = build();
    this.#block = around;
    return result;
  }

  /** The finished document, normalisations and activations as tags as the papers draw them, laid out as Tidy does. */
  document(name: string, training: TrainingSettings): NetworkDocument {
    const [nodes, edges, blocks] = [this.#nodes, this.#edges, this.#blocks];
    const drawn: NetworkDocument = { name, nodes, edges, blocks, training, tagged: true };
    return applyEdit(drawn, tidyLayout(drawn, analyse(drawn))).document;
  }
}
