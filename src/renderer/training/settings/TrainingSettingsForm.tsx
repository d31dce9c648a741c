import { useId } from 'react';
import { datasetFacts } from '../../../network/datasets/datasetFacts';
import {
  type DatasetReference,
  defaultSynthetic,
  namedDatasets,
} from '../../../network/datasets/datasetReference';
import { optimizerDefaults, type TrainingSettings } from '../../../network/graph/trainingSettings';
import { SelectMenu } from '../../controls/SelectMenu';
import styles from '../../controls/SettingsPopover.module.css';
import { Toggle } from '../../controls/Toggle';
import { StartingWeightsRow } from '../../fineTuning/StartingWeightsRow';
import { ForecastLine } from '../../forecast/ForecastLine';
import { FieldRow } from '../../form/FieldRow';
import { formatInteger } from '../../format/numbers';
import { t } from '../../language/t';
import { NumberSettingRow } from './NumberSettingRow';
import { ParameterRows } from './ParameterRows';
import {
  numberSettings,
  optimizerLabels,
  optimizerParameters,
  scheduleDefaults,
  scheduleLabels,
  scheduleParameters,
} from './settingFields';
import { useTrainingSettings } from './useTrainingSettings';

const datasetChoices: readonly DatasetReference[] = [
  ...namedDatasets.map((type) => ({ type })),
  defaultSynthetic,
];
const optimizerOptions = options(optimizerLabels);
const scheduleOptions = options(scheduleLabels);

/** Every setting of a training run. Changes are edits of the document, so they can be undone. */
export function TrainingSettingsForm() {
  const { training, check, propose } = useTrainingSettings();
  const ids = { dataset: useId(), optimizer: useId(), schedule: useId(), shuffle: useId() };
  const number = (name: keyof typeof numberSettings) => (
    <NumberSettingRow
      field={numberSettings[name]}
      value={training[name]}
      check={(value) => check({ [name]: value }, numberSettings[name].scale)}
      onChange={(value) => propose(name, { [name]: value })}
    />
  );

  return (
    <>
      <section className={styles['section']}>
        <h3>{t`Run`}</h3>
        <FieldRow control={ids.dataset} label={t`Dataset`} help={t`The labelled images to learn from.`}>
          <SelectMenu
            id={ids.dataset}
            label={t`Dataset`}
            value={training.dataset.type}
            options={datasetOptions(training.dataset)}
            onChange={(type) => {
              const dataset = datasetChoices.find((choice) => choice.type === type);
              if (dataset !== undefined) propose('dataset', { dataset });
            }}
          />
        </FieldRow>
        {number('epochs')}
        {number('batchSize')}
        {number('validationSplit')}
        <FieldRow
          control={ids.shuffle}
          label={t`Shuffle`}
          help={t`Shows the images in a new order at each epoch.`}
        >
          <Toggle
            id={ids.shuffle}
            label={t`Shuffle`}
            checked={training.shuffle}
            onChange={(shuffle) => propose('shuffle', { shuffle })}
          />
        </FieldRow>
        {number('seed')}
        <StartingWeightsRow />
        <p className={styles['total']}>{describeSteps(training)}</p>
        <ForecastLine />
      </section>
      <section className={styles['section']}>
        <h3>{t`Optimizer`}</h3>
        <FieldRow
          control={ids.optimizer}
          label={t`Update rule`}
          help={t`How a gradient becomes a step. Choosing one brings its usual settings and rate.`}
        >
          <SelectMenu
            id={ids.optimizer}
            label={t`Update rule`}
            value={training.optimizer.type}
            options={optimizerOptions}
            onChange={(type) => propose('optimizer', optimizerDefaults[type])}
          />
        </FieldRow>
        <ParameterRows
          choice={training.optimizer}
          fields={optimizerParameters}
          check={(optimizer, { scale }) => check({ optimizer }, scale)}
          onChange={(optimizer, { label }) => propose(label, { optimizer })}
        />
        {number('learningRate')}
        <FieldRow
          control={ids.schedule}
          label={t`Schedule`}
          term="schedule"
          help={t`How the learning rate moves over the run. Cosine falls slowly, then fast, then slowly.`}
        >
          <SelectMenu
            id={ids.schedule}
            label={t`Schedule`}
            value={training.schedule.type}
            options={scheduleOptions}
            onChange={(type) => propose('schedule', { schedule: scheduleDefaults[type] })}
          />
        </FieldRow>
        <ParameterRows
          choice={training.schedule}
          fields={scheduleParameters}
          check={(schedule, { scale }) => check({ schedule }, scale)}
          onChange={(schedule, { label }) => propose(label, { schedule })}
        />
        {number('warmUpSteps')}
        {number('weightDecay')}
        {number('clipNorm')}
      </section>
      <section className={styles['section']}>
        <h3>{t`Measurement`}</h3>
        {number('telemetryEvery')}
      </section>
    </>
  );
}

function options<Value extends string>(labels: Readonly<Record<Value, string>>) {
  const values: { value: Value; label: string }[] = [];
  for (const value in labels) values.push({ value, label: labels[value] });
  return values;
}

function describeSteps({ dataset, validationSplit, batchSize, epochs }: TrainingSettings): string {
  const { trainingImages } = datasetFacts(dataset);
  const images = trainingImages - Math.round(trainingImages * validationSplit);
  const steps = Math.ceil(images / batchSize);
  return t`${formatInteger(images)} images, ${formatInteger(steps)} steps per epoch, ${formatInteger(steps * epochs)} steps in all`;
}

/** The datasets that need no file to be described, and the one that is chosen. */
function datasetOptions(chosen: DatasetReference) {
  const others = datasetChoices.filter(({ type }) => type !== chosen.type);
  return [...others, chosen].map((reference) => ({
    value: reference.type,
    label: datasetFacts(reference).label,
  }));
}
