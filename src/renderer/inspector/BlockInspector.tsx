import { Boxes } from 'lucide-react';
import { blockKey } from '../../network/graph/blocks/visibleItems';
import type { Block } from '../../network/graph/document';
import { layerKind } from '../../network/layers/registry';
import { askForChain } from '../blocks/chainStore';
import { saveToPalette } from '../blocks/ownBlocksStore';
import { useBlockFacts } from '../canvas/blocks/useBlockFacts';
import { ToolButton } from '../controls/ToolButton';
import { setBlockCollapsed, ungroupSelection } from '../editor/blockActions';
import { useDocument, useEditor } from '../editor/editorStore';
import { seenNetwork } from '../editor/seenNetwork';
import { formatCounted } from '../format/numbers';
import { t } from '../language/t';
import styles from './BlockInspector.module.css';
import { BlockNameControl } from './BlockNameControl';
import { CostSection } from './CostSection';
import { FactList } from './FactList';
import { InspectorHeader } from './InspectorHeader';
import { Section } from './Section';

/** A block: its name, what can be done with it, what it costs, and what is in it. */
export function BlockInspector({ block }: { block: Block }) {
  const document = useDocument();
  const locked = useEditor((state) => state.structureLocked);
  const facts = useBlockFacts(blockKey(block.id));
  const { tree } = seenNetwork(document);
  if (facts === null) return null;
  const inside = tree.inside(block.id);
  const own = tree.layers(block.id).filter((layer) => layer.block === block.id);
  return (
    <>
      <InspectorHeader
        badge={
          <span className={styles['badge']}>
            <Boxes size={18} aria-hidden="true" />
          </span>
        }
        title={facts.times === null ? block.label : `${block.label} ×${facts.times}`}
        subtitle={t`Block of ${formatCounted(facts.layers, 'layer')}`}
        deletes={block.label}
      />
      <div data-settings="">
        <Section title={t`Block`}>
          <BlockNameControl block={block} />
          <div className={styles['actions']}>
            <ToolButton onClick={() => setBlockCollapsed(block.id, !block.collapsed)}>
              {block.collapsed ? t`Open` : t`Collapse`}
            </ToolButton>
            <ToolButton disabled={locked} onClick={() => askForChain(block.id)}>
              {t`Duplicate in a chain…`}
            </ToolButton>
            <ToolButton onClick={() => void saveToPalette(block.id)}>{t`Save to palette`}</ToolButton>
            <ToolButton disabled={locked} onClick={ungroupSelection}>
              {t`Ungroup`}
            </ToolButton>
          </div>
        </Section>
      </div>
      <Section title={t`Shape`}>
        <FactList facts={[[t`Output`, facts.shape ?? t`several or unknown`]]} />
      </Section>
      <CostSection
        trainable={facts.trainable}
        nonTrainable={facts.nonTrainable}
        frozen={facts.frozen}
        macs={facts.macs}
      />
      <Section title={t`Inside`}>
        <FactList
          facts={[
            ...inside.map((inner): [string, string] => [
              inner.label,
              formatCounted(tree.layers(inner.id).length, 'layer'),
            ]),
            ...own.map(({ label, kind, config }): [string, string] => [label, layerKind(kind).title(config)]),
          ]}
        />
      </Section>
    </>
  );
}
