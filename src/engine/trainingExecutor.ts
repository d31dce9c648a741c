import type { Shape } from '../network/layers/shape';

/** One batch: images N×H×W×C in row-major order, and N class numbers. */
export interface Batch {
  readonly images: Float32Array;
  readonly labels: Int32Array;
  readonly size: number;
}

/** What an optimizer step needs besides the batch. */
export interface StepSettings {
  readonly learningRate: number;
  /** 0-based step number; dropout masks (with the seed) and Adam's bias correction follow from it. */
  readonly step: number;
  /**
   * What to measure beside loss and metric: nothing, which is the cheapest; the norms alone; or all, with the statistics
   * of activations too.
   */
  readonly telemetry: boolean | 'norms';
}

/** What one sampled step measured, in the order of `nodes` and `weights` of the executor. NaN stands for "undefined". */
export interface StepTelemetry {
  /** ‖∂L/∂a‖₂ of each node's output over the whole batch; NaN where no gradient reaches it (the input). */
  readonly activationGradientNorms: Float32Array;
  /** The same divided by √(number of values): RMS. */
  readonly activationGradientRms: Float32Array;
  /**
   * Mean of all values of each node's output, over the first 16 images of the batch; NaN where it was not asked for, as the
   * next two.
   */
  readonly activationMeans: Float32Array;
  /** Their standard deviation (of the values as they are, without Bessel's correction). */
  readonly activationDeviations: Float32Array;
  /** Share of exact zeros among them, 0…1. */
  readonly zeroShares: Float32Array;
  /** ‖∂L/∂W‖₂ of each trainable weight, without weight decay. */
  readonly weightGradientNorms: Float32Array;
  /** ‖W‖₂ before the update. */
  readonly weightNorms: Float32Array;
  /**
   * ‖ΔW‖/‖W‖ of this step's update, ΔW being the difference of the stored (float32) weights; NaN where
   * ‖W‖ < 1e−12, and where nothing was updated.
   */
  readonly updateRatios: Float32Array;
}

export interface StepResult {
  /** Mean over the batch: the sum of all Outputs' losses, each times its weight. */
  readonly loss: number;
  /** The main output's. */
  readonly metric: number;
  /**
   * False where the loss or a gradient is NaN or infinite. The step has then changed nothing, so that
   * findNonFinite sees what it saw.
   */
  readonly finite: boolean;
  /** Null on a step without telemetry. */
  readonly telemetry: StepTelemetry | null;
}

export interface EvaluationResult {
  /** Mean over the batch: the main output's loss times its weight, without auxiliary heads. */
  readonly loss: number;
  readonly metric: number;
}

/** What one layer holds and passes on, row-major. */
export interface NodeValues {
  /** Over the whole batch. */
  readonly output: Float32Array;
  /** ∂L/∂output; null where no gradient reaches it. */
  readonly outputGradient: Float32Array | null;
  /** The trainable ones; all that a frozen layer has. */
  readonly weights: readonly {
    readonly name: string;
    readonly shape: Shape;
    readonly values: Float32Array;
    /** Null where the layer is frozen. */
    readonly gradient: Float32Array | null;
  }[];
}

export interface TelemetryNode {
  readonly id: string;
  readonly label: string;
  readonly outputShape: Shape;
}

export interface TelemetryWeight {
  readonly node: string;
  readonly name: string;
  readonly shape: Shape;
}

/** A place where a value stopped being finite. */
export interface NonFiniteOrigin {
  readonly node: string;
  readonly direction: 'forward' | 'backward';
  readonly value: 'NaN' | 'Infinity';
}

/**
 * A network that can be stepped: parameters and optimizer state live in it. Steps block until they are
 * done. Dispose it to free the memory.
 */
export interface TrainingExecutor {
  /** Nodes in forward order, as telemetry reports them. */
  readonly nodes: readonly TelemetryNode[];
  /** Trainable weights, in the order of telemetry. */
  readonly weights: readonly TelemetryWeight[];
  /** One update: forward, backward, optimizer, and telemetry where asked. */
  step(batch: Batch, settings: StepSettings): StepResult;
  /** All that a step with telemetry measures, but for the update, which is not made: changes nothing. */
  measure(batch: Batch, step: number): StepResult;
  /** The values behind what a step measures of one of `nodes`: changes nothing. */
  inspect(batch: Batch, step: number, node: string): NodeValues;
  /** The output of one of `nodes` outside training; null where only training runs it. Changes nothing. */
  outputOf(batch: Batch, node: string): Float32Array | null;
  /** Loss and metric of a batch outside training (moving statistics, no dropout); changes nothing. */
  evaluate(batch: Batch): EvaluationResult;
  /** All weights and moving statistics by `node/name`, row-major. */
  readWeights(): ReadonlyMap<string, Float32Array>;
  /** Replaces weights by `node/name`; names that are left out keep their values. */
  writeWeights(values: ReadonlyMap<string, Float32Array>): void;
  /** The optimizer's own variables, for a checkpoint that resumes exactly. */
  readOptimizerState(): ReadonlyMap<string, Float32Array>;
  writeOptimizerState(values: ReadonlyMap<string, Float32Array>): void;
  /**
   * Runs the batch again without updating and finds the first node in forward order, or else the last in
   * backward order (nearest the loss), whose values or gradients are not finite; null where all are.
   */
  findNonFinite(batch: Batch, step: number): NonFiniteOrigin | null;
  dispose(): void;
}
