import type { Template } from '../../../network/templates/template';
import { SegmentedControl } from '../../controls/SegmentedControl';
import { FieldRow } from '../../form/FieldRow';
import { t } from '../../language/t';
import { listedDepths } from '../depthFamilies';
import { switchTemplate } from '../galleryActions';
import { offeredTemplates } from '../offeredTemplates';
import styles from './DepthChoice.module.css';

/** The usual depths of a template whose family differs in nothing else. */
export function DepthChoice({ template }: { template: Template }) {
  const depths = listedDepths(template, offeredTemplates());
  if (depths.length < 2) return null;
  return (
    <div className={styles['choice']}>
      <FieldRow
        label={t`Depth`}
        help={t`Layers with weights. The settings below make other depths than the paper’s.`}
      >
        <SegmentedControl
          label={t`Depth`}
          value={template.id}
          segments={depths.map(({ id, depth }) => ({ value: id, label: String(depth) }))}
          onChange={(id) => switchTemplate(template.id, id)}
        />
      </FieldRow>
    </div>
  );
}
