import { Import, Snowflake, Sun } from 'lucide-react';
import { layersBefore, withWeights } from '../../../network/graph/layersBefore';
import { useEditor } from '../../editor/editorStore';
import { focusLearningRate } from '../../editor/focus';
import { freezeBefore, freezeSelection, startFresh } from '../../fineTuning/fineTuningActions';
import { askForHead } from '../../fineTuning/headStore';
import { t } from '../../language/t';
import { useKeptRuns } from '../../runs/keptRunsStore';
import { useOpenView } from '../../views/openView';
import type { CommandGroup } from '../command';
import { emptyNetwork, firstOf, lockedByRun, noLayerSelected, notOneSelected } from '../obstacles';

export const fineTuning: CommandGroup = {
  id: 'fineTuning',
  label: () => t`Fine-tuning`,
  commands: [
    {
      id: 'fineTuning.freeze',
      label: () => t`Freeze`,
      icon: Snowflake,
      words: () => t`keep the weights of the selected layers`,
      obstacle: firstOf(lockedByRun, noLayerSelected, nothingToFreeze(selected, false)),
      perform: () => freezeSelection(true),
    },
    {
      id: 'fineTuning.unfreeze',
      label: () => t`Unfreeze`,
      icon: Sun,
      words: () => t`thaw, let the selected layers learn again`,
      obstacle: firstOf(lockedByRun, noLayerSelected, nothingToFreeze(selected, true)),
      perform: () => freezeSelection(false),
    },
    {
      id: 'fineTuning.freezeBefore',
      label: () => t`Freeze everything before`,
      icon: Snowflake,
      obstacle: firstOf(lockedByRun, notOneSelected, nothingToFreeze(beforeSelected, false)),
      perform: () => {
        const [layer] = selected();
        if (layer !== undefined) freezeBefore(layer);
      },
    },
    {
      id: 'fineTuning.learningRate',
      label: () => t`Learning rate of the selected layers…`,
      words: () => t`rate factor`,
      obstacle: firstOf(lockedByRun, noLayerSelected, nothingLearns),
      perform: () => void focusLearningRate(),
    },
    {
      id: 'fineTuning.replaceHead',
      label: () => t`Replace the head…`,
      words: () => t`a new head for the classes of another dataset`,
      obstacle: firstOf(lockedByRun, emptyNetwork),
      perform: askForHead,
    },
    {
      id: 'fineTuning.startFrom',
      label: () => t`Start from the weights of a run…`,
      icon: Import,
      obstacle: noRunWithWeights,
      perform: () => useOpenView.getState().show('runs'),
    },
    {
      id: 'fineTuning.startFresh',
      label: () => t`Start from fresh weights`,
      words: () => t`remove the weights to start from`,
      obstacle: () =>
        useEditor.getState().history.document.startingWeights === undefined
          ? t`All weights are drawn from the seed already.`
          : null,
      perform: startFresh,
    },
  ],
};

function selected(): readonly string[] {
  return useEditor.getState().selection.nodes;
}

function beforeSelected(): Iterable<string> {
  const [layer] = selected();
  return layer === undefined ? [] : layersBefore(useEditor.getState().history.document, layer);
}

/** Where none of these layers has weights, or all are already as they would become. */
function nothingToFreeze(layers: () => Iterable<string>, frozen: boolean): () => string | null {
  return () => {
    const states = frozenStates(layers());
    if (states.length === 0) return t`There are no weights there to freeze.`;
    if (states.includes(frozen)) return null;
    return frozen ? t`None of these layers is frozen.` : t`These layers are frozen already.`;
  };
}

function nothingLearns(): string | null {
  const states = frozenStates(selected());
  if (states.length === 0) return t`The selected layers have no weights that could learn.`;
  return states.includes(false) ? null : t`Frozen layers do not learn. Unfreeze them first.`;
}

/** Of each of these layers that has weights, whether it is frozen. */
function frozenStates(layers: Iterable<string>): readonly boolean[] {
  const { history, analysis } = useEditor.getState();
  const having = new Set(withWeights(history.document, analysis, layers));
  return history.document.nodes.filter(({ id }) => having.has(id)).map(({ frozen = false }) => frozen);
}

function noRunWithWeights(): string | null {
  const runs = useKeptRuns.getState().kept?.runs ?? [];
  return runs.some(({ step }) => step > 0) ? null : t`No run has weights yet. Train first.`;
}
