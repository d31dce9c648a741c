import { useAnalysis, useDocument, useEditor } from '../editor/editorStore';
import { networkDepth } from '../editor/networkDepth';
import { sameNetwork } from '../editor/sameNetwork';
import { t } from '../language/t';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { trainObstacle, useTrainObstacle } from '../training/trainReadiness';
import { useProbe } from './probeStore';

/** From so many layers with weights on, a gradient can be lost on its way. */
const deepLayers = 15;

/** Why the network can't be probed now, in a sentence or two; null where it can. */
export function probeObstacle(): string | null {
  return isUnderWay(useRun.getState().status) ? training() : trainObstacle();
}

export function useProbeObstacle(): string | null {
  const underWay = useRun((state) => isUnderWay(state.status));
  const obstacle = useTrainObstacle();
  return underWay ? training() : obstacle;
}

function training(): string {
  return t`The network is training, which shows its gradient at every step.`;
}

/** The depth of the network on the canvas where probing it is worth offering; null where it is not. */
export function useProbeOffer(): number | null {
  const document = useDocument();
  const depth = networkDepth(useAnalysis());
  const obstacle = useProbeObstacle();
  const run = useRun((state) => state.run);
  const project = useEditor((state) => state.projectNumber);
  const declined = useProbe((state) => state.declinedIn === project);
  if (depth < deepLayers || obstacle !== null || declined) return null;
  // A run says more than a probe could; a probe is worth repeating once the network has changed.
  const known = run !== null && (run.probe === null || sameNetwork(run.document, document));
  return known ? null : depth;
}
