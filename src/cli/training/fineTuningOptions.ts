import type { Command } from 'commander';
import { AdviceError } from '../../engine/adviceError';
import { analyse } from '../../network/analysis/analyse';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { NetworkDocument } from '../../network/graph/document';
import { applyEdit, type Edit } from '../../network/graph/edits';
import { setFrozen, setLearningRateFactor, setStartingWeights } from '../../network/graph/fineTuningEdits';
import { learningRateFactorLimits } from '../../network/graph/layerLearning';
import { layersNamed } from '../../network/graph/layerPattern';
import { withWeights } from '../../network/graph/layersBefore';
import { replaceHead } from '../../network/graph/replaceHead';
import { nearestWord } from '../nearestWord';
import { namedWeights } from './startingWeights';

export interface FineTuningOptions {
  /** Safetensors file, or folder of a run, whose weights it begins with. */
  readonly weights?: string;
  /** Begins with a new last layer, and freezes the others. */
  readonly newHead: boolean;
  /** Names and patterns of layers and blocks, with commas between them. */
  readonly freeze?: string;
  /** `conv1=0.01,block2=0.001`: learning rates. */
  readonly learningRateOf?: string;
}

/** Declares the options by which a part of a network is trained on from weights. */
export function addFineTuningOptions<Given extends Command>(command: Given) {
  return command
    .option(
      '--weights <file or run>',
      'begin with the weights of a safetensors file, or the best of a run’s folder, where name and shape agree',
    )
    .option(
      '--new-head',
      'put a fresh layer with the dataset’s classes in the place of the last one, and freeze the others',
      false,
    )
    .option('--freeze <layers>', "keep the weights of layers and blocks, as in --freeze 'conv*,block1'")
    .option(
      '--learning-rate-of <layers>',
      "rates of their own, which follow the schedule as --lr does: --learning-rate-of 'conv1=0.001,fc*=0.1'",
    );
}

/** The network as the options have it trained. Throws an AdviceError where they name what isn't there. */
export function fineTuned(document: NetworkDocument, options: FineTuningOptions): NetworkDocument {
  const { weights, newHead, freeze, learningRateOf } = options;
  let tuned = document;
  const make = (edit: Edit) => {
    tuned = applyEdit(tuned, edit).document;
  };
  if (weights !== undefined) make(setStartingWeights(tuned, namedWeights(weights)));
  if (newHead) {
    const { classes } = datasetFacts(tuned.training.dataset);
    const replaced = replaceHead(tuned, analyse(tuned), classes);
    if ('problem' in replaced) throw new AdviceError(replaced.problem.message, replaced.problem.advice);
    make(replaced.edit);
  }
  for (const pattern of wordsOf(freeze)) make(setFrozen(tuned, named(tuned, pattern, '--freeze'), true));
  for (const word of wordsOf(learningRateOf)) {
    const { pattern, factor } = rateOf(word, tuned.training.learningRate);
    make(setLearningRateFactor(tuned, named(tuned, pattern, '--learning-rate-of'), factor));
  }
  return tuned;
}

function wordsOf(list: string | undefined): readonly string[] {
  return (list ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** The layers with weights that a pattern names. */
function named(document: NetworkDocument, pattern: string, flag: string): readonly string[] {
  const found = layersNamed(document, pattern);
  const ids = withWeights(document, analyse(document), found);
  if (ids.length > 0) return ids;
  if (found.length > 0)
    throw new AdviceError(
      `${flag}: of what "${pattern}" names, nothing has weights.`,
      'Name layers with weights, such as convolutions and Dense.',
    );
  const names = [...document.nodes, ...document.blocks].flatMap(({ id, label }) => [id, label]);
  const nearest = nearestWord(pattern, [...new Set(names)]);
  throw new AdviceError(
    `${flag}: no layer or block is called "${pattern}".`,
    nearest === null ? '`layerwise describe` lists the layers.' : `Did you mean ${nearest}?`,
  );
}

function rateOf(word: string, learningRate: number): { readonly pattern: string; readonly factor: number } {
  const [, pattern, rate] = /^([^=]+)=([^=]+)$/.exec(word) ?? [];
  const factor = Number(rate) / learningRate;
  const { min, max } = learningRateFactorLimits;
  if (pattern === undefined || !(factor >= min && factor <= max))
    throw new AdviceError(
      `--learning-rate-of does not know "${word}".`,
      `Write a layer and its rate, from ${learningRate * min} to ${learningRate * max}, as in conv1=${learningRate / 10}; --freeze keeps a layer as it is.`,
    );
  return { pattern: pattern.trim(), factor };
}
