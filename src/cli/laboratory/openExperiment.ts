import { existsSync, readFileSync, statSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';
import { AdviceError } from '../../engine/adviceError';
import {
  type Experiment,
  experimentLimits,
  experimentSchema,
  gridSchema,
} from '../../network/laboratory/experiment';
import { findPreset, type PresetSize, presetExperiment, presets } from '../../network/laboratory/presets';
import { countTrials } from '../../network/laboratory/trials';
import { nearestWord } from '../nearestWord';

export interface ExperimentOptions {
  readonly size: PresetSize;
  /** In place of the grid's. */
  readonly seeds?: readonly number[];
  readonly depths?: readonly number[];
}

/** An experiment's file is far smaller. */
const mostBytes = 1024 ** 2;

/** The experiment of a preset or of a JSON file. Throws an AdviceError where it is neither. */
export function openExperiment(source: string, options: ExperimentOptions): Experiment {
  const preset = findPreset(source);
  const found = preset === undefined ? readExperiment(source) : presetExperiment(preset, options.size);
  const { seeds, depths } = options;
  const grid = {
    ...found.grid,
    ...(seeds !== undefined && { seeds: [...seeds] }),
    ...(depths !== undefined && { depths: [...depths] }),
  };
  const trials = countTrials({ grid });
  if (trials > experimentLimits.trials)
    throw new AdviceError(
      `The experiment has ${trials} trials; ${experimentLimits.trials} is the limit.`,
      'Try fewer values.',
    );
  return { ...found, grid };
}

/** `1,2,3` for the grid's `seeds` or `depths`. */
export function numberList(axis: 'seeds' | 'depths'): (text: string) => readonly number[] {
  return (text) => {
    const words = text.split(',').map((word) => word.trim());
    const numbers = words.map((word) => (/^\d+$/.test(word) ? Number(word) : Number.NaN));
    const parsed = gridSchema.shape[axis].safeParse(numbers);
    if (parsed.success) return parsed.data;
    throw new InvalidArgumentError(
      axis === 'depths'
        ? 'It must be units in each stage, each of them from 1 to 9 and once, as in 1,3,5.'
        : 'It must be whole numbers, each of them once, as in 1,2,3.',
    );
  };
}

function readExperiment(path: string): Experiment {
  if (!existsSync(path) || !statSync(path).isFile() || statSync(path).size > mostBytes) {
    const ids = presets.map(({ id }) => id);
    const nearest = nearestWord(path, ids);
    throw new AdviceError(
      `There is neither a preset nor an experiment's file "${path}".`,
      nearest === null ? `The presets are: ${ids.join(', ')}.` : `Did you mean ${nearest}?`,
    );
  }
  const parsed = experimentSchema.safeParse(parseJson(path));
  if (parsed.success) return parsed.data;
  throw new AdviceError(
    `${path} does not describe an experiment: ${describeIssue(parsed.error.issues[0])}.`,
    'An experiment.json that the laboratory wrote holds one as an example; docs/laboratory.md names its fields.',
  );
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AdviceError(`${path} is not JSON.`, 'Name a preset, or a file with an experiment.', { cause });
  }
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  const place = issue?.path.join('.') ?? '';
  return place === '' ? 'it has another form' : `${place}: ${issue?.message}`;
}
