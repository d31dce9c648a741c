import type { LayerConfig } from '../layers/fields';
import type { NoteColour } from './notes/note';
import type { StartingWeightsReference } from './startingWeights';
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
  /** Id of the innermost block that the layer is in; absent where it is in none. */
  readonly block?: string;
  /** Whether training leaves its weights and moving statistics as they are; absent where it doesn't. */
  readonly frozen?: boolean;
  /** What its weights' learning rate is multiplied by, greater than 0; absent where that is 1. */
  readonly learningRateFactor?: number;
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

/**
 * Layers under a name that can be shown as one card, such as a stage of a network. It has no meaning for analysis and
 * training, which know layers only.
 */
export interface Block {
  /** Unique among the document's blocks, and stable. */
  readonly id: string;
  readonly label: string;
  /** Id of the block that this one is in, or null. */
  readonly parent: string | null;
  /** Whether it is drawn as one card in place of what is in it. */
  readonly collapsed: boolean;
  /** Top left corner of its card while it is collapsed, in px at 100 % zoom. */
  readonly position: Position;
}

/** Words that people put beside the layers. Analysis, training and code know nothing of them. */
export interface Note {
  /** Unique among the document's notes, and stable. */
  readonly id: string;
  /** Plain text with line breaks. */
  readonly text: string;
  /** Top left corner on the canvas, in px at 100 % zoom. */
  readonly position: Position;
  /** In px at 100 % zoom; the height follows from the text. */
  readonly width: number;
  readonly colour: NoteColour;
}

/** A network with its layout and training settings: what a project file holds. Never changed in place. */
export interface NetworkDocument {
  readonly name: string;
  readonly nodes: readonly LayerNode[];
  readonly edges: readonly LayerEdge[];
  readonly blocks: readonly Block[];
  readonly training: TrainingSettings;
  /** What is written beside the layers; absent where nothing is. */
  readonly notes?: readonly Note[];
  /** Whether normalisations and activations are tags on the card of the layer before them; absent where each has a card. */
  readonly tagged?: boolean;
  /** What the weights begin with where name and shape agree; absent where all are drawn. */
  readonly startingWeights?: StartingWeightsReference;
}
