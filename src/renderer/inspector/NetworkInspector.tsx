import { trainingMemory } from '../../network/analysis/memory';
import { mainOutput } from '../../network/graph/mainOutput';
import { layerKind } from '../../network/layers/registry';
import { useAnalysis, useDocument, useEditor } from '../editor/editorStore';
import { networkDepth } from '../editor/networkDepth';
import { errorsFirst } from '../editor/nodeProblems';
import { formatCounted } from '../format/numbers';
import { Logo } from '../glyphs/Logo';
import { t } from '../language/t';
import { CostSection } from './CostSection';
import { InspectorHeader } from './InspectorHeader';
import styles from './NetworkInspector.module.css';
import { ProblemCallout } from './ProblemCallout';
import { Section } from './Section';
import { ShapeSection } from './ShapeSection';

/** The network as a whole: its problems, shapes and cost. */
export function NetworkInspector() {
  const { name, nodes, training } = useDocument();
  const analysis = useAnalysis();
  const { nodes: analyses, problems, totals } = analysis;
  const focusLayer = useEditor((state) => state.focusLayer);
  const input = nodes.find(({ kind }) => layerKind(kind).inputs === 'none');
  const output = mainOutput(nodes);
  const depth = useEditor((state) => networkDepth(state.analysis));
  const outputShape = output && (analyses.get(output.id)?.inputShapes[0] ?? null);
  return (
    <>
      <InspectorHeader
        badge={
          <span className={styles['badge']}>
            <Logo size={22} />
          </span>
        }
        title={name}
        subtitle={t`${formatCounted(nodes.length, 'layer')}, depth ${depth}`}
        deletes={null}
      />
      {nodes.length > 0 &&
        errorsFirst(problems).map((problem) => {
          const { node } = problem;
          return (
            <ProblemCallout
              key={`${node} ${problem.message}`}
              problem={problem}
              {...(node !== null && { onShow: () => focusLayer(node) })}
            />
          );
        })}
      {input !== undefined && output !== undefined && (
        <ShapeSection
          inputs={[analyses.get(input.id)?.outputShape ?? null]}
          output={outputShape ?? null}
          colour="var(--cat-core)"
        />
      )}
      <CostSection
        {...totals}
        memory={
          totals.trainable === 0
            ? undefined
            : {
                name: t`Tensors to train`,
                bytes: trainingMemory(analysis, training).total,
                title: t`All tensors of one training step with batches of ${training.batchSize}, if none were freed before its end; the status bar says what the whole run is expected to take`,
              }
        }
      />
      <Section title={t`Editing`}>
        <p className={styles['note']}>
          {t`Select a layer to see its shape and settings. Drag from the dot at a card’s right edge to connect it.`}
        </p>
      </Section>
    </>
  );
}
