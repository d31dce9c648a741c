import type { LayerConfig } from '../layers/fields';
import type { TrainingSettings } from './trainingSettings';

/** A layer on the canvas. */
export interface LayerNode {
  /** Unique within the document and stable: edges, telemetry and checkpoints refer to it. */
  readonly id: string;
  /** A layer kind's id. */
  readonly kind: string;
  /** Name shown above the card; people may change it. */
  readonly label: string;
  readonly config: LayerConfig;
  /** Top left corner on the canvas, in px at 100 % zoom. */
  readonly position: Position;
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

/**
 * A connection into input number `input` (from 0) of the layer `to`. Layers with many inputs take them in
 * the order of their numbers; numbers that are missing, as after a deletion, are skipped.
 */
export interface LayerEdge {
  readonly from: string;
  readonly to: string;
  readonly input: number;
}

/** A network with its layout and training settings: what a project file holds. Never changed in place. */
export interface NetworkDocument {
  readonly name: string;
  readonly nodes: readonly LayerNode[];
  readonly edges: readonly LayerEdge[];
  readonly training: TrainingSettings;
}
