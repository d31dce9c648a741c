import { loadTensorFlow } from '../../../src/engine/tensorflow/loadTensorFlow';
import { createTensorFlowExecutor } from '../../../src/engine/tensorflow/tensorFlowExecutor';
import { RunControl } from '../../../src/engine/train/runControl';
import { TrainingLoop } from '../../../src/engine/train/trainingLoop';
import type { TrainingExecutor } from '../../../src/engine/trainingExecutor';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { defaultTrainingSettings, type TrainingSettings } from '../../../src/network/graph/trainingSettings';
import { NetworkDraft } from '../../../src/network/templates/networkDraft';
import type { EngineEvent, EngineEventOf } from '../../../src/protocol/engineMessages';
import { syntheticDataset } from '../../unit/engine/syntheticDataset';

/** A small network for images of 28×28, with everything that has a state: batch norm, dropout, momentum. */
export function smallNetwork(training: Partial<TrainingSettings> = {}): NetworkDocument {
  const draft = new NetworkDraft();
  let end = draft.layer('input', 'input', { height: 28, width: 28, channels: 1 });
  end = draft.layer('pool', 'averagePool2d', { poolSize: [2, 2], strides: [2, 2] }, end);
  end = draft.layer('flatten', 'flatten', {}, end);
  end = draft.layer('fc1', 'dense', { units: 16 }, end);
  end = draft.layer('norm', 'batchNorm', {}, end);
  end = draft.layer('relu', 'relu', {}, end);
  end = draft.layer('dropout', 'dropout', { rate: 0.2 }, end);
  end = draft.layer('fc2', 'dense', { units: 10 }, end);
  draft.layer('output', 'output', {}, end);
  return draft.document('small', {
    ...defaultTrainingSettings,
    warmUpSteps: 0,
    telemetryEvery: 1,
    ...training,
  });
}

/** 21 batches of 10 images and one of 5 in each epoch; 700 images to validate on. */
export const stepsPerEpoch = 22;
const dataset = syntheticDataset(215, 700);

export interface SmallRun {
  readonly executor: TrainingExecutor;
  readonly loop: TrainingLoop;
  readonly events: EngineEvent[];
  /** Trains to the end of the epochs; `hear` gets each event and the control of the run. */
  train(
    epochs: number,
    hear?: (event: EngineEvent, control: RunControl) => void,
  ): ReturnType<TrainingLoop['run']>;
  losses(): readonly number[];
  eventsOf<Type extends EngineEvent['type']>(type: Type): readonly EngineEventOf<Type>[];
}

/** The small network in the real executor and the real loop. */
export function smallRun(training: Partial<TrainingSettings> = {}): SmallRun {
  const document = smallNetwork({ batchSize: 10, ...training });
  const executor = createTensorFlowExecutor(loadTensorFlow(), document, analyse(document));
  const loop = new TrainingLoop(executor, document.training, dataset);
  const events: EngineEvent[] = [];
  const eventsOf = <Type extends EngineEvent['type']>(type: Type) =>
    events.filter((event): event is EngineEventOf<Type> => event.type === type);
  return {
    executor,
    loop,
    events,
    eventsOf,
    losses: () => eventsOf('telemetry').flatMap(({ losses }) => [...losses]),
    train(epochs, hear = () => {}) {
      const control = new RunControl();
      return loop.run({
        runId: 'small',
        epochs,
        stopAfterSteps: null,
        control,
        send(event) {
          events.push(event);
          hear(event, control);
        },
      });
    },
  };
}
