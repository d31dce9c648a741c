import type { Analysis } from '../../network/analysis/analysis';
import { assertNever } from '../../network/assertNever';
import type { NetworkDocument } from '../../network/graph/document';
import { useAnalysis, useDocument, useEditor } from '../editor/editorStore';
import { type EngineState, useEngine } from '../engine/engineStore';
import { t } from '../language/t';
import type { Run } from './run';
import { useRun } from './runStore';
import { elsewhereObstacle, elsewhereWords, useTrainingElsewhere } from './trainingElsewhere';

/** Why the network can't be trained now, in a sentence or two; null where it can. */
export function trainObstacle(): string | null {
  const { analysis } = useEditor.getState();
  return networkObstacle(analysis) ?? elsewhereObstacle() ?? engineObstacle(useEngine.getState().engine);
}

export function useTrainObstacle(): string | null {
  const analysis = useAnalysis();
  const engine = useEngine((state) => state.engine);
  const elsewhere = useTrainingElsewhere();
  return networkObstacle(analysis) ?? elsewhereWords(elsewhere) ?? engineObstacle(engine);
}

function networkObstacle(analysis: Analysis): string | null {
  const problem = analysis.problems.find(({ severity }) => severity === 'error');
  return problem === undefined ? null : `${problem.message} ${problem.advice}`;
}

function engineObstacle(engine: EngineState): string | null {
  switch (engine.state) {
    case 'ready':
      return null;
    case 'starting':
      return t`The engine is starting.`;
    case 'unresponsive':
      return t`The engine does not respond.`;
    case 'cutOff':
      return t`The connection to ${engine.machine?.name ?? t`Layerwise`} is lost.`;
    case 'unavailable':
    case 'broken':
      return `${engine.message} ${engine.advice}`;
    default:
      return assertNever(engine);
  }
}

/** Whether the engine holds weights of the very network that is on the canvas, so that training can go on. */
export function canContinue(): boolean {
  const { run, weightsKept } = useRun.getState();
  return weightsKept && run !== null && trainedAs(run, useEditor.getState().history.document);
}

export function useCanContinue(): boolean {
  const document = useDocument();
  const weightsKept = useRun((state) => state.weightsKept);
  const run = useRun((state) => state.run);
  return weightsKept && run !== null && trainedAs(run, document);
}

/**
 * Whether a run trained this very network. Layers keep their identity through edits that don't touch them; a project
 * that was read anew has equal ones. Moving and renaming don't change weights.
 */
export function trainedAs({ document: trained }: Pick<Run, 'document'>, document: NetworkDocument): boolean {
  return (
    equal(trained.edges, document.edges) &&
    trained.nodes.length === document.nodes.length &&
    trained.nodes.every((node, index) => {
      const other = document.nodes[index];
      return (
        node.id === other?.id &&
        node.kind === other.kind &&
        node.frozen === other.frozen &&
        node.learningRateFactor === other.learningRateFactor &&
        equal(node.config, other.config)
      );
    })
  );
}

/** Both come from documents, which hold the parts of equal things in the same order. */
function equal(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
