import type { EngineEventOf } from '../../protocol/engineMessages';
import { shortestFloat32 } from './float32Text';

/** A number as JSON can hold it: null in place of NaN and infinity. */
export type JsonNumber = number | null;

/** Lines of metrics.jsonl and of `layerwise train --json`. */
export interface StepLine {
  readonly type: 'step';
  readonly step: number;
  readonly loss: JsonNumber;
  readonly accuracy: JsonNumber;
  readonly learningRate: JsonNumber;
  readonly gradients: {
    readonly nodes: readonly {
      readonly id: string;
      readonly label: string;
      /** ‖∂L/∂a‖₂ over the batch. */
      readonly activationGradientNorm: JsonNumber;
      readonly activationGradientRms: JsonNumber;
    }[];
    readonly weights: readonly {
      readonly node: string;
      readonly name: string;
      /** ‖∂L/∂W‖₂ */
      readonly gradientNorm: JsonNumber;
      /** ‖W‖₂ before the update. */
      readonly weightNorm: JsonNumber;
      /** ‖ΔW‖/‖W‖; null where ‖W‖ < 1e−12. */
      readonly updateRatio: JsonNumber;
    }[];
  };
}

export interface EpochLine {
  readonly type: 'epoch';
  readonly epoch: number;
  readonly step: number;
  readonly loss: JsonNumber;
  readonly accuracy: JsonNumber;
  readonly validationLoss: JsonNumber;
  readonly validationAccuracy: JsonNumber;
  readonly imagesPerSecond: JsonNumber;
}

/** One line for each sampled step of an event. `started` names the nodes and weights. */
export function stepLines(
  started: EngineEventOf<'started'>,
  telemetry: EngineEventOf<'telemetry'>,
): readonly StepLine[] {
  const { nodes, weights } = started;
  return Array.from(telemetry.steps, (step, sample) => {
    const at = (values: Float32Array, count: number, item: number) =>
      jsonNumber(values[sample * count + item]);
    return {
      type: 'step',
      step,
      loss: at(telemetry.losses, 1, 0),
      accuracy: at(telemetry.metrics, 1, 0),
      learningRate: at(telemetry.learningRates, 1, 0),
      gradients: {
        nodes: nodes.map(({ id, label }, item) => ({
          id,
          label,
          activationGradientNorm: at(telemetry.activationGradientNorms, nodes.length, item),
          activationGradientRms: at(telemetry.activationGradientRms, nodes.length, item),
        })),
        weights: weights.map(({ node, name }, item) => ({
          node,
          name,
          gradientNorm: at(telemetry.weightGradientNorms, weights.length, item),
          weightNorm: at(telemetry.weightNorms, weights.length, item),
          updateRatio: at(telemetry.updateRatios, weights.length, item),
        })),
      },
    };
  });
}

export function epochLine(event: EngineEventOf<'epoch'>): EpochLine {
  return {
    type: 'epoch',
    epoch: event.epoch,
    step: event.step,
    loss: jsonNumber(event.loss),
    accuracy: jsonNumber(event.metric),
    validationLoss: jsonNumber(event.validationLoss),
    validationAccuracy: jsonNumber(event.validationMetric),
    imagesPerSecond: jsonNumber(event.imagesPerSecond),
  };
}

/** Numbers of the engine are 32-bit floats or means of them: more digits would say nothing. */
export function jsonNumber(value: number | null | undefined): JsonNumber {
  return value === undefined || value === null || !Number.isFinite(value) ? null : shortestFloat32(value);
}
