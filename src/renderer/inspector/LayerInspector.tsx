import { activationBytes } from '../../network/analysis/memory';
import type { LayerNode } from '../../network/graph/document';
import { layerKind } from '../../network/layers/registry';
import { DistributionsSection } from '../distributions/DistributionsSection';
import { useEditor } from '../editor/editorStore';
import { networkDepth } from '../editor/networkDepth';
import { useNodeProblems } from '../editor/nodeProblems';
import { LearningSection } from '../fineTuning/LearningSection';
import { categoryColour } from '../glyphs/categoryColour';
import { LayerBadge } from '../glyphs/LayerBadge';
import { GradientSection } from '../gradients/GradientSection';
import { say } from '../language/say';
import { t } from '../language/t';
import { ConnectionsSection } from './ConnectionsSection';
import { CostSection } from './CostSection';
import { InspectorHeader } from './InspectorHeader';
import styles from './LayerInspector.module.css';
import { ProblemCallout } from './ProblemCallout';
import { Section } from './Section';
import { SettingsSection } from './SettingsSection';
import { ShapeSection } from './ShapeSection';
import { useReceptiveField } from './useReceptiveField';

/** One layer: problems, gradient, shape, settings, cost, values inside, and what it does. */
export function LayerInspector({ layer }: { layer: LayerNode }) {
  const kind = layerKind(layer.kind);
  const analysis = useEditor((state) => state.analysis.nodes.get(layer.id));
  const depth = useEditor((state) => networkDepth(state.analysis));
  const problems = useNodeProblems(layer.id);
  const receptiveField = useReceptiveField(layer.id);
  const place =
    analysis !== undefined && analysis.macs > 0
      ? t`layer ${analysis.depth ?? '–'} of ${depth}`
      : say(kind.label);
  return (
    <>
      <InspectorHeader
        badge={<LayerBadge kind={kind} size="large" />}
        title={kind.title(layer.config)}
        subtitle={`${layer.label}, ${place}`}
        deletes={layer.label}
      />
      {problems.map((problem) => (
        <ProblemCallout key={problem.message} problem={problem} />
      ))}
      <GradientSection nodeId={layer.id} />
      <ShapeSection
        inputs={kind.inputs === 'none' ? [] : (analysis?.inputShapes ?? [null])}
        output={analysis?.outputShape ?? null}
        colour={categoryColour(kind.category)}
      />
      <SettingsSection layer={layer} kind={kind} />
      <LearningSection layers={[layer]} />
      <ConnectionsSection layer={layer} kind={kind} />
      <CostSection
        trainable={analysis?.trainable ?? 0}
        nonTrainable={analysis?.nonTrainable ?? 0}
        frozen={analysis?.frozen ?? 0}
        macs={analysis?.macs ?? 0}
        memory={
          analysis && {
            name: t`Activations`,
            bytes: activationBytes(analysis),
            title: t`Memory of its output for one image, as 32-bit numbers`,
          }
        }
        receptiveField={receptiveField}
      />
      <DistributionsSection nodeId={layer.id} />
      <Section title={t`What it does`}>
        <p className={styles['summary']}>{say(kind.summary)}</p>
      </Section>
    </>
  );
}
