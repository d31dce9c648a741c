import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import type { Device, EngineEventOf } from '../../protocol/engineMessages';

/** The first line of a run. */
export function startLine(
  document: NetworkDocument,
  { totals }: Analysis,
  device: Device,
  started: EngineEventOf<'started'>,
) {
  const { stepsPerEpoch, epochs, trainingImages, validationImages } = started;
  return {
    type: 'start',
    ...device,
    network: document.name,
    trainable: totals.trainable,
    nonTrainable: totals.nonTrainable,
    frozen: totals.frozen,
    macs: totals.macs,
    trainingImages,
    validationImages,
    epochs,
    stepsPerEpoch,
    settings: document.training,
  } as const;
}

export type StartLine = ReturnType<typeof startLine>;
