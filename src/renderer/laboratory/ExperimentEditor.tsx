import { Play } from 'lucide-react';
import { useId } from 'react';
import { conditionsText } from '../../network/laboratory/conditionsText';
import {
  type Experiment,
  experimentLimits,
  experimentSchema,
  type Grid,
} from '../../network/laboratory/experiment';
import { countTrials, layersOf } from '../../network/laboratory/trials';
import { findVariant, variantIds } from '../../network/laboratory/variants';
import { activationField, initialiserField } from '../../network/templates/settingFields';
import { formatCounted, formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { AxisChoice } from './AxisChoice';
import { DatasetRow } from './DatasetRow';
import styles from './ExperimentEditor.module.css';
import view from './ExperimentView.module.css';
import { useExpectedTime } from './expectedTime';
import { LaboratoryFailure } from './LaboratoryFailure';
import { useLaboratory } from './laboratoryStore';
import { NumberListRow, NumberRow } from './NumberRow';

const depths = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const widths = {
  label: 'Width',
  help: 'Every layer’s channels are multiplied by this. A quarter trains some ten times as fast.',
};

/** The grid of an experiment of one's own: what is tried, each with each, and how it is trained. */
export function ExperimentEditor({ draft }: { draft: Experiment }) {
  const { edit, discard, run } = useLaboratory.getState();
  const time = useExpectedTime(draft);
  const name = useId();
  const { grid, training } = draft;
  const setGrid = (change: Partial<Grid>) => edit({ ...draft, grid: { ...grid, ...change } });
  const setTraining = (change: Partial<Experiment['training']>) =>
    edit({ ...draft, training: { ...training, ...change } });
  const trials = countTrials(draft);
  const problem = problemOf(draft, trials);
  return (
    <div className={view['view']}>
      <header className={view['header']}>
        <div>
          <h2>{t`New experiment`}</h2>
          <p className={view['question']}>
            {t`Every value is tried with every other, and every network with each seed.`}
          </p>
        </div>
        <div className={view['actions']}>
          <FramedButton onClick={() => discard(draft.id)}>{t`Cancel`}</FramedButton>
          <button
            type="button"
            className={view['run']}
            disabled={problem !== null}
            onClick={() => run(draft)}
          >
            <Play size={14} aria-hidden="true" />
            {t`Run experiment`}
          </button>
        </div>
      </header>
      <p className={view['progress']} role="status">
        {problem ?? `${formatCounted(trials, 'trial')}${time === null ? '' : `, ${time}`}.`}
      </p>
      <LaboratoryFailure />
      <div className={view['scroll']}>
        <div className={styles['form']}>
          <label className={styles['label']} htmlFor={name}>
            {t`Name`}
          </label>
          <input
            id={name}
            className={styles['name']}
            value={draft.name}
            maxLength={100}
            onChange={(event) => edit({ ...draft, name: event.target.value })}
          />
          <AxisChoice
            label={t`Networks`}
            values={variantIds}
            chosen={grid.variants}
            nameOf={(id) => findVariant(id).label}
            hintOf={(id) => findVariant(id).summary}
            onChange={(variants) => setGrid({ variants })}
          />
          <AxisChoice
            label={t`Layers`}
            values={depths}
            chosen={grid.depths}
            nameOf={(depth) => String(layersOf(depth))}
            hintOf={(depth) => t`${formatCounted(depth, 'unit')} in each of three stages`}
            onChange={(chosen) => setGrid({ depths: chosen })}
          />
          <AxisChoice
            label={t`Activation`}
            values={activationField.options.map(({ value }) => value)}
            chosen={grid.activations}
            nameOf={(value) =>
              activationField.options.find((option) => option.value === value)?.label ?? value
            }
            onChange={(activations) => setGrid({ activations })}
          />
          <AxisChoice
            label={t`Initialiser`}
            values={initialiserField.options.map(({ value }) => value)}
            chosen={grid.initialisers}
            nameOf={(value) =>
              initialiserField.options.find((option) => option.value === value)?.label ?? value
            }
            onChange={(initialisers) => setGrid({ initialisers })}
          />
          <AxisChoice
            label={t`Batch norm`}
            values={[true, false]}
            chosen={grid.batchNorm}
            nameOf={(used) => (used ? t`With` : t`Without`)}
            onChange={(batchNorm) => setGrid({ batchNorm })}
          />
          <NumberListRow
            label={t`Learning rates`}
            help={t`Of the steps behind the warm-up; several are separated by commas.`}
            values={grid.learningRates}
            schema={experimentSchema.shape.grid.shape.learningRates}
            onChange={(learningRates) => setGrid({ learningRates })}
          />
          <NumberListRow
            label={t`Seeds`}
            help={t`Each draws other weights and another order of the images; two or more show the spread.`}
            values={grid.seeds}
            schema={experimentSchema.shape.grid.shape.seeds}
            onChange={(seeds) => setGrid({ seeds })}
          />
          <NumberRow
            {...widths}
            value={draft.width}
            schema={experimentSchema.shape.width}
            unit="×"
            onChange={(width) => edit({ ...draft, width })}
          />
          <DatasetRow dataset={training.dataset} onChange={(dataset) => setTraining({ dataset })} />
          <NumberRow
            label={t`Epochs`}
            help={t`Passes over the training images.`}
            value={training.epochs}
            schema={experimentSchema.shape.training.shape.epochs}
            onChange={(epochs) => setTraining({ epochs })}
          />
          <NumberRow
            label={t`Batch`}
            help={t`Images in a step.`}
            value={training.batchSize}
            schema={experimentSchema.shape.training.shape.batchSize}
            unit="images"
            onChange={(batchSize) => setTraining({ batchSize })}
          />
        </div>
        <p className={view['conditions']}>{say(conditionsText(draft))}</p>
      </div>
    </div>
  );
}

function problemOf(draft: Experiment, trials: number): string | null {
  if (trials > experimentLimits.trials)
    return t`${formatInteger(trials)} trials are more than ${formatInteger(experimentLimits.trials)}. Try fewer values.`;
  if (draft.name.trim() === '') return t`Give it a name, so that you find it again.`;
  return experimentSchema.safeParse(draft).success ? null : t`Choose at least one value in each row.`;
}
