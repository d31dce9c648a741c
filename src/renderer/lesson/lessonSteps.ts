import { formatFactor } from '../../network/health/formatFactor';
import { say } from '../language/say';
import { t } from '../language/t';
import type { LessonRun, LessonWorld } from './lessonWorld';

/** A step of the lesson: what to do, when it is done, and what to see in it then. */
export interface LessonStep {
  readonly id: string;
  readonly title: string;
  /** Two sentences at most: what it is about, and what to click. */
  readonly text: string;
  /** A click of the step's own, where the window has no control for it in view. */
  readonly action?: { readonly label: string; readonly does: 'watch' | 'watchBatchNorm' };
  /** Once it is done: a sentence or two that say of the numbers no more than they show now. */
  seen(world: LessonWorld): string;
  isDone(world: LessonWorld): boolean;
}

/** Deep enough for its gradient to vanish. */
const fewestLayers = 10;
/** Samples after which a diagnosis has settled. */
const settled = 10;
const earliestStep = 10;

/** Deep, and with none of the cures. */
export function isBare({ network }: LessonRun): boolean {
  const { layersWithKernels, shortcuts, batchNorm, heWeights } = network;
  return layersWithKernels >= fewestLayers && !shortcuts && !batchNorm && !heWeights;
}

function vanishes({ verdicts }: LessonRun): boolean {
  return verdicts?.includes('vanishing') === true;
}

/** It was judged, over some steps, and no gradient was found to vanish. */
function keepsGradient({ samples, verdicts }: LessonRun): boolean {
  return samples >= settled && verdicts !== null && !verdicts.includes('vanishing');
}

/** Both networks once they have trained some steps, where only one of them has shortcuts. */
function sidesOf({ run, twin }: LessonWorld): { with: LessonRun; without: LessonRun } | null {
  if (run === null || twin === null || run.network.shortcuts === twin.network.shortcuts) return null;
  if (Math.min(run.samples, twin.samples) < settled) return null;
  return run.network.shortcuts ? { with: run, without: twin } : { with: twin, without: run };
}

function comparedWords(world: LessonWorld): string {
  const equal = t`Seed, batches and all weights that both have are the same.`;
  const sides = sidesOf(world);
  if (sides === null) return equal;
  return t`At the first step the first layer ${lossWords(sides.with)} with shortcuts, and ${lossWords(sides.without)} without. ${equal}`;
}

/** A run in which the first weights alone made the gradient shrink less than in the bare network. */
function heRun({ run, twin, bareLoss }: LessonWorld): LessonRun | null {
  const found = [run, twin].find((one) => {
    if (one === null || one.samples < settled || one.firstLoss === null) return false;
    const { heWeights, batchNorm, shortcuts } = one.network;
    return heWeights && !batchNorm && !shortcuts && (bareLoss === null || one.firstLoss < bareLoss);
  });
  return found ?? null;
}

function heWords(world: LessonWorld): string {
  const run = heRun(world);
  const { bareLoss } = world;
  if (run === null) return t`Compare how much of the gradient reaches the first layer with the run before.`;
  const before = bareLoss === null ? '' : t`, against ${say(formatFactor(bareLoss))} smaller before`;
  const still = vanishes(run)
    ? t` At the last measured step Layerwise still finds a vanishing gradient: He weights set its size at the start only, and on average.`
    : '';
  return t`Without any shortcut the first layer ${lossWords(run)} at the first step${before}.${still}`;
}

/** "gets a gradient 67× smaller than the last". */
function lossWords({ firstLoss }: LessonRun): string {
  if (firstLoss === null) return t`gets a gradient`;
  if (firstLoss < 1) return t`gets a gradient ${say(formatFactor(1 / firstLoss))} larger than the last`;
  return t`gets a gradient ${say(formatFactor(firstLoss))} smaller than the last`;
}

/** Five minutes: a gradient that vanishes, two cures, what batch norm does, and where to go on. */
export const lessonSteps: readonly LessonStep[] = [
  {
    id: 'train',
    title: 'Train a deep plain network',
    text: 'Twenty layers in a row learn handwritten digits. Click “Watch a gradient vanish”.',
    action: { label: 'Watch a gradient vanish', does: 'watch' },
    seen: () => t`It trains, and each card takes the colour of the gradient that reaches its layer.`,
    isDone: ({ run }) => run !== null && isBare(run) && run.samples > 0,
  },
  {
    id: 'cards',
    title: 'Find the layers that get no gradient',
    text: 'Blue cards get a small gradient, green ones a healthy one. Click a card near the input, such as conv1, to read its numbers at the right.',
    seen: () => t`Compare its gradient with that of fc, the last layer: that factor is lost on the way back.`,
    isDone: ({ run, frontSelected }) => run !== null && run.samples > 0 && frontSelected,
  },
  {
    id: 'verdict',
    title: 'Read why',
    text: 'Layerwise says in words what the numbers show. Click “What helps” above the canvas, or the tab Diagnosis below it.',
    seen: () =>
      t`A verdict gives its evidence, its cause, and what would help: each remedy is an edit that can be undone.`,
    isDone: ({ run, tab }) => run !== null && vanishes(run) && tab === 'diagnosis',
  },
  {
    id: 'compare',
    title: 'Add shortcuts, and compare',
    text: 'Shortcuts lead the gradient past the layers. Click “Add … shortcuts and compare” above the canvas: both networks then train a step each in turn.',
    seen: (world) => comparedWords(world),
    isDone: (world) => sidesOf(world) !== null,
  },
  {
    id: 'scrub',
    title: 'Go back in time',
    text: 'Everything is recorded. Drag the slider below the charts of Compare to its left end, or press Home on it.',
    seen: () =>
      t`Networks, profiles and table show that step. Compare the two there, before either has learnt much: what differs then comes from how they are built.`,
    isDone: ({ twin, scrubbedStep }) =>
      twin !== null && scrubbedStep !== null && scrubbedStep <= earliestStep,
  },
  {
    id: 'he',
    title: 'Cure it with the first weights',
    text: 'Each ReLU halves the signal’s variance, and He initialisation makes up for that. Under Diagnosis click “Use He initialisation”, then “Train it” above the canvas.',
    seen: (world) => heWords(world),
    isDone: (world) => heRun(world) !== null,
  },
  {
    id: 'batch-norm',
    title: 'What batch norm does, and does not',
    text: 'Batch norm behind each convolution keeps the gradient alive as well. Click “Train it with batch norm”.',
    action: { label: 'Train it with batch norm', does: 'watchBatchNorm' },
    seen: ({ run }) =>
      run !== null && keepsGradient(run)
        ? t`No vanishing gradient is found. Yet plain networks with batch norm can train worse the deeper they are (He et al. 2015): one run can’t show that, “Why ResNet?” in the laboratory measures it.`
        : t`Yet plain networks with batch norm can train worse the deeper they are (He et al. 2015): one run can’t show that, “Why ResNet?” in the laboratory measures it.`,
    isDone: ({ run }) => run?.network.batchNorm === true && !run.network.shortcuts && keepsGradient(run),
  },
  {
    id: 'before-relu',
    title: 'Why the addition stands before the ReLU',
    text: 'Behind a ReLU a branch can only add what is positive. Open the Laboratory (the flask at the left) and click “Why before the ReLU?”.',
    seen: () =>
      t`It trains each place of the addition with several seeds. Plots and table say what differs by more than the seeds do, and what does not.`,
    isDone: ({ laboratory }) => laboratory.shown?.startsWith('why-before-relu') === true,
  },
  {
    id: 'own',
    title: 'Ask a question of your own',
    text: 'Click “Run experiment”, or put one together with “New”. All that you have trained is under Runs, the clock at the left.',
    seen: () => t`That was the lesson: draw, train and compare what you like.`,
    isDone: ({ laboratory }) => laboratory.shown !== null && (laboratory.running || laboratory.drafting),
  },
];
