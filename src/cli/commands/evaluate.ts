import { DatasetShelf } from '../../engine/data/datasetShelf';
import { evaluateRun } from '../../engine/evaluation/evaluateRun';
import { classFigures } from '../../network/evaluation/classFigures';
import type { EvaluatedSplit } from '../../protocol/evaluationMessages';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { exitCode } from '../exitCode';
import { stopReason } from '../stopReason';
import { chooseDataset } from '../training/datasetOption';
import { evaluationJson } from '../using/evaluationJson';
import { readableEvaluation } from '../using/readableEvaluation';
import { checkpointText, type TrainedRunOptions, withTrainedRun } from '../using/trainedRun';

export interface EvaluateOptions extends TrainedRunOptions {
  readonly json: boolean;
  readonly split: EvaluatedSplit;
  /** In place of the run's own. */
  readonly dataset?: string;
  readonly data?: readonly string[];
  /** How many of the worst are listed. */
  readonly mistakes: number;
}

/** `layerwise evaluate`: how a run's network tells the images of a split; returns the exit code. */
export async function evaluateTrained(
  folder: string,
  options: EvaluateOptions,
  io: CommandIo,
): Promise<number> {
  const { json, split, dataset: word, data = [], mistakes } = options;
  const shelf = new DatasetShelf();
  const answer = await withTrainedRun(folder, options, async (network) => {
    const own = network.document.training.dataset;
    const other = word === undefined && data.length === 0 ? null : await chooseDataset(word, own, data);
    if (io.stderr.isTTY) writeLine(io.stderr, `${network.document.name}, ${checkpointText(network)}`);
    const order = { split, dataset: other, signal: io.signal, tell: progressWriter(io) };
    return evaluateRun(network, order, shelf).catch((error: unknown) => {
      if (io.signal.aborted) return null;
      throw error;
    });
  });
  if (answer === null) return stopReason(io).exitCode;
  const figures = classFigures(answer.matrix, answer.classNames.length);
  if (json) writeJson(io, evaluationJson(answer, figures, mistakes));
  else for (const line of readableEvaluation(answer, figures, mistakes)) writeLine(io.stdout, line);
  return exitCode.success;
}

/** One line on a terminal, written over itself. */
function progressWriter(io: CommandIo) {
  return (activity: string, progress: number | null, secondsLeft: number | null): void => {
    if (!io.stderr.isTTY) return;
    const share = progress === null ? '' : ` ${Math.round(progress * 100)} %`;
    const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft)} s left`;
    io.stderr.write(`\r${activity}${share}${left}\u001b[K${progress === 1 ? '\r\u001b[K' : ''}`);
  };
}
