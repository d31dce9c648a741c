import { useId } from 'react';
import type { DatasetReference } from '../../network/datasets/datasetReference';
import { SegmentedControl } from '../controls/SegmentedControl';
import { Toggle } from '../controls/Toggle';
import { FieldRow } from '../form/FieldRow';
import { t } from '../language/t';
import { NumberSettingRow } from '../training/settings/NumberSettingRow';
import type { SettingField } from '../training/settings/settingFields';
import { useTrainingSettings } from '../training/settings/useTrainingSettings';
import styles from './DatasetDetails.module.css';

/** Numbers of a dataset that people may set, where it has them. */
const numbers: Readonly<Record<string, SettingField>> = {
  height: { label: 'Height', unit: 'px', help: 'Rows of the images as the network gets them.' },
  width: { label: 'Width', unit: 'px', help: 'Columns of the images as the network gets them.' },
  channels: { label: 'Channels', help: 'Values of each pixel: 1 for grey, 3 for colour.' },
  classes: { label: 'Classes', help: 'How many kinds of images there are.' },
  trainingImages: { label: 'Training', unit: 'images', help: 'Images to learn from.' },
  testImages: { label: 'Test', unit: 'images', help: 'Images to validate on.' },
  noise: { label: 'Noise', help: 'How strong the noise over the pictures is; 1 is as strong as they are.' },
  testShare: {
    label: 'Test share',
    unit: '%',
    scale: 100,
    help: 'Share of each class that is kept to validate on.',
  },
  splitSeed: { label: 'Split seed', help: 'Which images these are: the same seed keeps the same ones.' },
  seed: { label: 'Data seed', help: 'The same seed makes the same images.' },
};

/** What follows from the files of a dataset, and is not for people to set. */
const found: Partial<Readonly<Record<DatasetReference['type'], readonly string[]>>> = {
  'fashion-mnist': ['trainingImages', 'testImages'],
  'cifar-10': ['trainingImages', 'testImages'],
  'cifar-100': ['trainingImages', 'testImages'],
  folder: ['classes', 'trainingImages', 'testImages'],
  arrays: ['height', 'width', 'channels', 'classes', 'trainingImages', 'testImages'],
};

/** The settings of the chosen dataset, where it has any. Changes are edits of the document. */
export function DatasetOptions() {
  const { training, check, propose } = useTrainingSettings();
  const colour = useId();
  const { dataset } = training;
  const fixed = found[dataset.type] ?? [];
  const set = (name: string, value: unknown) =>
    propose(`dataset.${name}`, { dataset: { ...dataset, [name]: value } });
  const rows = Object.entries(dataset).flatMap(([name, value]) => {
    const field = numbers[name];
    if (field === undefined || typeof value !== 'number' || fixed.includes(name)) return [];
    return (
      <NumberSettingRow
        key={`${dataset.type} ${name}`}
        field={field}
        value={value}
        check={(next) => check({ dataset: { ...dataset, [name]: next } }, field.scale)}
        onChange={(next) => set(name, next)}
      />
    );
  });
  if (rows.length === 0) return null;
  return (
    <section className={styles['options']}>
      <h3>{t`Images`}</h3>
      {dataset.type === 'synthetic' && (
        <FieldRow label={t`Content`} help={t`Pictures that can be learned, or noise with random labels.`}>
          <SegmentedControl
            label={t`Content`}
            value={dataset.variant}
            segments={[
              { value: 'patterns', label: t`Patterns` },
              { value: 'noise', label: t`Random labels` },
            ]}
            onChange={(variant) => set('variant', variant)}
          />
        </FieldRow>
      )}
      {dataset.type === 'folder' && (
        <>
          <FieldRow label={t`Resize`} help={t`How an image becomes as large as the network takes it.`}>
            <SegmentedControl
              label={t`Resize`}
              value={dataset.resize}
              segments={[
                { value: 'crop', label: t`Centre crop` },
                { value: 'fit', label: t`Fit with bars` },
                { value: 'stretch', label: t`Stretch` },
              ]}
              onChange={(resize) => set('resize', resize)}
            />
          </FieldRow>
          <FieldRow control={colour} label={t`Colour`} help={t`Off for greyscale, which has one channel.`}>
            <Toggle
              id={colour}
              label={t`Colour`}
              checked={dataset.colour}
              onChange={(on) => set('colour', on)}
            />
          </FieldRow>
        </>
      )}
      <div className={styles['grid']}>{rows}</div>
    </section>
  );
}
