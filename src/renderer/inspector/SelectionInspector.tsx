import { Layers } from 'lucide-react';
import type { LayerNode } from '../../network/graph/document';
import { layerKind } from '../../network/layers/registry';
import { useAnalysis } from '../editor/editorStore';
import { LearningSection } from '../fineTuning/LearningSection';
import { formatCounted } from '../format/numbers';
import { t } from '../language/t';
import { CostSection } from './CostSection';
import { FactList } from './FactList';
import { InspectorHeader } from './InspectorHeader';
import { JointSettingsSection } from './JointSettingsSection';
import styles from './NetworkInspector.module.css';
import { Section } from './Section';

/** Several layers: the settings that they share, what they cost together, and which they are. */
export function SelectionInspector({ layers }: { layers: readonly LayerNode[] }) {
  const { nodes } = useAnalysis();
  const sum = (part: 'trainable' | 'nonTrainable' | 'frozen' | 'macs') =>
    layers.reduce((total, { id }) => total + (nodes.get(id)?.[part] ?? 0), 0);
  return (
    <>
      <InspectorHeader
        badge={
          <span className={styles['badge']}>
            <Layers size={18} aria-hidden="true" />
          </span>
        }
        title={formatCounted(layers.length, 'layer')}
        subtitle={t`selected`}
        deletes={formatCounted(layers.length, 'layer')}
      />
      <JointSettingsSection layers={layers} />
      <LearningSection layers={layers} />
      <CostSection
        trainable={sum('trainable')}
        nonTrainable={sum('nonTrainable')}
        frozen={sum('frozen')}
        macs={sum('macs')}
      />
      <Section title={t`Layers`}>
        <FactList facts={layers.map(({ label, kind, config }) => [label, layerKind(kind).title(config)])} />
      </Section>
    </>
  );
}
