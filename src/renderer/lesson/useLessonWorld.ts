import { useEffect, useMemo } from 'react';
import { useDiagnosis, useTwinDiagnosis } from '../diagnosis/diagnosisStore';
import { useDock } from '../dock/dockStore';
import { useEditor } from '../editor/editorStore';
import { useLaboratory } from '../laboratory/laboratoryStore';
import { useShownDraft, useShownExperiment } from '../laboratory/shownExperiment';
import type { Run } from '../training/run';
import { useRun } from '../training/runStore';
import { useTwin, useTwinRun } from '../twin/twinStore';
import { useOpenView } from '../views/openView';
import { isBare } from './lessonSteps';
import { useLesson } from './lessonStore';
import { type LessonRun, type LessonWorld, networkFacts } from './lessonWorld';

/** The window as the lesson sees it, kept up to date. */
export function useLessonWorld(): LessonWorld {
  const run = useLessonRun(useRun, useDiagnosis);
  const beside = useLessonRun(useTwinRun, useTwinDiagnosis);
  const twin = useTwin() === null ? null : beside;
  const { bareLoss, noteBareLoss } = useLesson();
  const loss = run !== null && isBare(run) ? run.firstLoss : null;
  useEffect(() => {
    if (loss !== null) noteBareLoss(loss);
  }, [loss, noteBareLoss]);
  const frontSelected = useEditor(({ selection, history }) => {
    const [only, another] = selection.nodes;
    if (only === undefined || another !== undefined) return false;
    const { nodes } = history.document;
    return nodes.findIndex(({ id }) => id === only) < nodes.length / 2;
  });
  const tab = useDock(({ tab: shown, collapsed }) => (collapsed ? null : shown));
  const scrubbedStep = useRun((state) => state.scrubbedStep);
  const open = useOpenView(({ view }) => view === 'laboratory');
  const running = useLaboratory((state) => state.running !== null);
  const drafting = useShownDraft() !== null;
  const shown = useShownExperiment().id;
  return {
    ...{ run, twin, bareLoss, frontSelected, tab, scrubbedStep },
    laboratory: { shown: open ? shown : null, running, drafting },
  };
}

function useLessonRun(runs: typeof useRun, diagnoses: typeof useDiagnosis): LessonRun | null {
  const document = runs(({ run }) => run?.document);
  const trained = runs(({ run }) => run !== null && run.probe === null);
  const log = runs(({ run }) => run?.log);
  const samples = runs(({ run }) => run?.log.length ?? 0);
  const firstLoss = runs(({ run }) => (run === null ? null : lossAtFirst(run)));
  const judged = diagnoses((state) => state.run?.log);
  const verdicts = diagnoses((state) => state.verdicts);
  const network = useMemo(() => (document === undefined ? null : networkFacts(document)), [document]);
  if (!trained || network === null) return null;
  return { network, samples, firstLoss, verdicts: log === judged ? verdicts.map(({ kind }) => kind) : null };
}

/** Over the layers with weights; null before anything was measured, or where a norm is 0 or not finite. */
function lossAtFirst({ log, weightedNodes }: Run): number | null {
  const [first, last] = [weightedNodes.at(0), weightedNodes.at(-1)];
  if (log.length === 0 || first === undefined || last === undefined) return null;
  const norm = (id: string) => log.gradientNorm(0, log.indexOfNode(id) ?? -1);
  const loss = norm(last.id) / norm(first.id);
  return Number.isFinite(loss) && loss > 0 ? loss : null;
}
