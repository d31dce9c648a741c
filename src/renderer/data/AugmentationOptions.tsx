import { useId } from 'react';
import { SegmentedControl } from '../controls/SegmentedControl';
import { Toggle } from '../controls/Toggle';
import { FieldRow } from '../form/FieldRow';
import { t } from '../language/t';
import { NumberSettingRow } from '../training/settings/NumberSettingRow';
import type { SettingField } from '../training/settings/settingFields';
import { useTrainingSettings } from '../training/settings/useTrainingSettings';
import styles from './DatasetDetails.module.css';

const padAndCrop: SettingField = {
  label: 'Pad and crop',
  unit: 'px',
  help: 'Adds so many pixels on each side and cuts out a window of the old size, at random; 0 for off.',
};
const cutout: SettingField = {
  label: 'Cutout',
  unit: 'px',
  help: 'Covers a square of this side at a random place; 0 for off.',
};

const mixup: SettingField = {
  label: 'Mixup α',
  help: 'Mixes each image with another of its batch, which weighs less; 0.2 to 1 are usual, 0 for off.',
};

/** What is done to the images before the network sees them. Changes are edits of the document. */
export function AugmentationOptions({ onChange }: { onChange: () => void }) {
  const { training, check, propose } = useTrainingSettings();
  const flip = useId();
  const { augmentation, normalisation } = training;
  const set = (name: keyof typeof augmentation, value: unknown) => {
    propose(`augmentation.${name}`, { augmentation: { ...augmentation, [name]: value } });
    onChange();
  };
  const number = (name: 'padAndCrop' | 'cutout' | 'mixup', field: SettingField) => (
    <NumberSettingRow
      field={field}
      value={augmentation[name]}
      check={(value) => check({ augmentation: { ...augmentation, [name]: value } })}
      onChange={(value) => set(name, value)}
    />
  );
  return (
    <section className={styles['options']}>
      <h3>{t`Before training`}</h3>
      <FieldRow
        label={t`Normalise`}
        help={t`Subtracts the training images’ mean and divides by their standard deviation: of each channel, or with the mean of each pixel.`}
      >
        <SegmentedControl
          label={t`Normalise`}
          value={normalisation}
          segments={[
            { value: 'none', label: t`Off` },
            { value: 'channel', label: t`By channel` },
            { value: 'pixel', label: t`By pixel` },
          ]}
          onChange={(how) => propose('normalisation', { normalisation: how })}
        />
      </FieldRow>
      <div className={styles['grid']}>
        {number('padAndCrop', padAndCrop)}
        {number('cutout', cutout)}
        {number('mixup', mixup)}
        <FieldRow control={flip} label={t`Flip`} help={t`Mirrors every second image, left to right.`}>
          <Toggle id={flip} label={t`Flip`} checked={augmentation.flip} onChange={(on) => set('flip', on)} />
        </FieldRow>
      </div>
      <p className={styles['note']}>
        {t`Training images only, anew at each epoch. Validation sees them as they are.`}
      </p>
    </section>
  );
}
