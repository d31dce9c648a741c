import { useState } from 'react';
import { formatCounted, formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { type Evaluation, useEvaluation } from './evaluationStore';
import styles from './MistakeGallery.module.css';
import { PictureCanvas } from './PictureCanvas';
import { usePrediction } from './predictionStore';
import { useUsing } from './usingStore';

/** So many more each time. */
const atOnce = 48;

/** The worst mistakes as pictures, or those of the chosen cell; a click tries the image. */
export function MistakeGallery({ evaluation }: { evaluation: Evaluation }) {
  const [shown, setShown] = useState(atOnce);
  const { cell, toggleCell } = useEvaluation();
  const { mistakes, mistakeCount, classNames, split, matrix } = evaluation;
  const inCell = [...mistakes.numbers.keys()].filter(
    (place) =>
      cell === null || (mistakes.labels[place] === cell.row && mistakes.predictions[place] === cell.column),
  );
  const nameOf = (number: number | undefined) => classNames[number ?? 0] ?? String(number);
  const inAll = cell === null ? mistakeCount : (matrix[cell.row * classNames.length + cell.column] ?? 0);
  const tryImage = (number: number) => {
    usePrediction.getState().ask({ type: 'example', split, number });
    useUsing.getState().tryFrom('example');
  };
  return (
    <section className={styles['gallery']} aria-label={t`Worst mistakes`}>
      <h3>
        {cell === null
          ? t`Worst mistakes`
          : cell.row === cell.column
            ? t`${nameOf(cell.row)}, told right`
            : t`Labelled ${nameOf(cell.row)}, taken for ${nameOf(cell.column)}`}
        <small>{galleryNote(cell === null || cell.row !== cell.column, inCell.length, inAll)}</small>
        {cell !== null && <FramedButton onClick={() => toggleCell(cell)}>{t`Show all`}</FramedButton>}
      </h3>
      <ul className={styles['pictures']}>
        {inCell.slice(0, shown).map((place) => {
          const number = mistakes.numbers[place] ?? 0;
          return (
            <li key={number}>
              <button
                type="button"
                onClick={() => tryImage(number)}
                title={t`Image ${formatInteger(number)}: try it`}
              >
                <PictureCanvas pictures={mistakes.pictures} place={place} />
                <span>
                  {t`labelled ${nameOf(mistakes.labels[place])}, took it for ${nameOf(mistakes.predictions[place])} (${Math.round(100 * (mistakes.probabilities[place] ?? Number.NaN))} %)`}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {inCell.length > shown && (
        <FramedButton onClick={() => setShown(shown + atOnce)}>{t`Show more`}</FramedButton>
      )}
    </section>
  );
}

function galleryNote(wrong: boolean, shown: number, all: number): string {
  if (!wrong) return t`The diagonal holds no mistake. Choose a cell beside it.`;
  if (all === 0) return t`None.`;
  return shown === all
    ? t`${formatCounted(all, 'mistake')}, by falling loss`
    : t`The ${formatInteger(shown)} worst of ${formatCounted(all, 'mistake')}, by falling loss`;
}
