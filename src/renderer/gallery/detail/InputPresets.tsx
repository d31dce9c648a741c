import { RadioGroup } from 'radix-ui';
import { useMemo } from 'react';
import { datasetFacts } from '../../../network/datasets/datasetFacts';
import type { LayerConfig } from '../../../network/layers/fields';
import type { Template } from '../../../network/templates/template';
import { useDocument } from '../../editor/editorStore';
import { say } from '../../language/say';
import { t } from '../../language/t';
import { useGallery } from '../galleryStore';
import { inputPresets, presetOf } from '../inputPresets';
import styles from './InputPresets.module.css';

/** The images of the paper and those of datasets, to which one press fits the template. */
export function InputPresets({ template, settings }: { template: Template; settings: LayerConfig }) {
  const { setAll } = useGallery.getState();
  const project = useDocument().training.dataset;
  const presets = useMemo(() => inputPresets(template, datasetFacts(project)), [template, project]);
  if (presets.length < 2) return null;
  return (
    <RadioGroup.Root
      className={styles['presets']}
      value={presetOf(presets, settings) ?? ''}
      onValueChange={(id) => {
        const preset = presets.find((candidate) => candidate.id === id);
        if (preset !== undefined) setAll(template.id, { ...settings, ...preset.settings });
      }}
      aria-label={t`Images`}
      orientation="horizontal"
    >
      {presets.map(({ id, name, size }) => (
        <RadioGroup.Item key={id} value={id} className={styles['preset']}>
          {id === 'original' ? say(name) : t`Fit ${name}`}
          <span>{size}</span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
