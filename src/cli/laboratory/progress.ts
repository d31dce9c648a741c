import type { LaboratoryFile } from '../../engine/laboratory/laboratoryFile';
import type { ExperimentListener } from '../../engine/laboratory/runExperiment';
import type { TrialResult } from '../../network/laboratory/trialResult';
import { expandTrials } from '../../network/laboratory/trials';
import { type CommandIo, writeLine } from '../commandIo';
import { count, duration, percent } from '../numberText';

/** One JSON object a line on standard error: steps of trials, and each trial that is done. */
export function jsonProgress({ stderr }: CommandIo): ExperimentListener {
  return {
    progress: (progress) => writeLine(stderr, JSON.stringify({ type: 'progress', ...progress })),
    done: (result) => writeLine(stderr, JSON.stringify({ type: 'trial', ...result })),
  };
}

/** A line for each trial that is done and, on a terminal, one that tells how the next goes on. */
export function readableProgress(file: LaboratoryFile, { stderr }: CommandIo): ExperimentListener {
  const total = expandTrials(file.experiment).length;
  const clear = () => {
    if (stderr.isTTY === true) stderr.write('\r\u001b[2K');
  };
  return {
    progress({ trial, done, step, steps, secondsLeft }) {
      if (stderr.isTTY !== true) return;
      clear();
      const left = secondsLeft === null ? '' : `, about ${duration(secondsLeft)} left`;
      stderr.write(`${done + 1} of ${total}: ${trial}, step ${count(step)} of ${count(steps)}${left}`);
    },
    done(result) {
      clear();
      writeLine(stderr, `${file.results.length} of ${total}: ${result.trial}: ${outcome(result)}`);
    },
  };
}

function outcome({ end, message, trainingError, validationError, seconds }: TrialResult): string {
  if (end !== 'finished') return `${end}. ${message ?? ''}`;
  const error = (share: number | null) => (share === null ? 'unknown' : percent(share));
  return `training error ${error(trainingError)}, validation error ${error(validationError)} in ${duration(seconds)}`;
}
