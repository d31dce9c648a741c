import { analyse } from '../../network/analysis/analyse';
import type { NetworkDocument } from '../../network/graph/document';
import { AdviceError } from '../adviceError';
import { openTrained } from '../evaluation/trainedNetwork';
import { drawInitialWeights } from '../initialWeights';
import { openStartingWeights, takeWeights } from '../startingWeights';
import type { ExportSource } from './exportForm';

/**
 * A network with the best weights of the run in a folder; without one, with those that its training would begin with.
 * Throws an AdviceError where the network does not train as it stands, the run has no weights for it, or those that it
 * begins with can't be had. `runsFolder` holds the runs that are kept here.
 */
export function exportSource(
  document: NetworkDocument,
  run: string | undefined,
  runsFolder: string | null = null,
): ExportSource {
  const analysis = analyse(document);
  const problem = analysis.problems.find(({ severity }) => severity === 'error');
  if (!analysis.trains)
    throw new AdviceError(
      `${document.name} can't be exported: ${problem?.message ?? 'it has no way from an input to an output.'}`,
      problem?.advice ?? 'Open it in the window, which shows what is missing.',
    );
  if (run === undefined) return { document, analysis, ...firstWeights(document, analysis, runsFolder) };
  const trained = openTrained(run, 'best');
  requireSameWeights(document, analysis, trained);
  const { name, step } = trained.checkpoint;
  const weightsText = `${name} checkpoint of ${trained.folder}, step ${step.toLocaleString('en')}`;
  return { document, analysis, weights: trained.weights, weightsText };
}

function firstWeights(
  { training: { seed }, startingWeights }: NetworkDocument,
  analysis: ExportSource['analysis'],
  runsFolder: string | null,
): Pick<ExportSource, 'weights' | 'weightsText'> {
  const drawn = drawInitialWeights(analysis, seed);
  if (startingWeights === undefined)
    return { weights: drawn, weightsText: `as first drawn from the seed ${seed}` };
  const { taken } = takeWeights(openStartingWeights(startingWeights, runsFolder), analysis);
  const weightsText = `those of ${startingWeights.name}, the others as first drawn from the seed ${seed}`;
  return { weights: new Map([...drawn, ...taken]), weightsText };
}

/** Weights are taken by layer and name: all must be there, in the same shapes. */
function requireSameWeights(
  document: NetworkDocument,
  analysis: ExportSource['analysis'],
  trained: ReturnType<typeof openTrained>,
): void {
  for (const { id, label } of document.nodes) {
    const facts = analysis.nodes.get(id);
    if (facts === undefined || !facts.usedInTraining) continue;
    const own = trained.analysis.nodes.get(id)?.weights ?? [];
    const odd = facts.weights.find(
      ({ name, shape }) => own.find((other) => other.name === name)?.shape.join() !== shape.join(),
    );
    if (odd !== undefined)
      throw new AdviceError(
        `The run ${trained.folder} trained another network: its ${label} has no ${odd.name} of ${odd.shape.join('×')}.`,
        'Export the network that was trained, whose project is in run.json of the run, or take other weights.',
      );
  }
}
