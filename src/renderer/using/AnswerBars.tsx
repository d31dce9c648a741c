import { rich } from '../language/rich';
import { t } from '../language/t';
import { formatPercent } from '../training/formatValues';
import styles from './AnswerBars.module.css';
import { type Predicted, usePrediction } from './predictionStore';

/** So many classes at most, the most probable. */
const mostShown = 10;

/** Letters of a class's name that have room. */
const longestName = 16;

/** How probable each class is; a click shows the evidence for another one. */
export function AnswerBars({ predicted }: { predicted: Predicted }) {
  const { classNumber, look } = usePrediction();
  const { probabilities, classNames, example, map } = predicted;
  const all = [...probabilities].map((probability, number) => ({
    ...{ probability, number },
    name: classNames[number] ?? String(number),
  }));
  const falling = all.toSorted((left, right) => right.probability - left.probability);
  const [best] = falling;
  // Few classes keep their places, so that the eye finds them while one draws.
  const shown = all.length <= mostShown ? all : falling.slice(0, mostShown);
  const longest = Math.max(3, ...shown.map(({ name }) => Math.min(name.length, longestName)));
  if (best === undefined) return null;
  return (
    <section className={styles['answer']} aria-label={t`Answer`}>
      <p className={styles['verdict']} role="status">
        {rich`It takes this for ${<b>{best.name}</b>} (${<span aria-live="off">{formatPercent(best.probability)}</span>})`}
        {example !== null &&
          (example.label === best.number
            ? t`, and is right`
            : t`, and is wrong: labelled ${classNames[example.label] ?? example.label}`)}
      </p>
      <ul className={styles['bars']} style={{ '--name': `${longest}ch` }}>
        {shown.map(({ name, number, probability }) => (
          <li key={number}>
            <button
              type="button"
              aria-label={`${name}: ${formatPercent(probability)}`}
              aria-pressed={map?.classNumber === number}
              data-best={number === best.number}
              data-label={number === example?.label}
              onClick={() => look({ classNumber: classNumber === number ? null : number })}
            >
              <span className={styles['barName']}>{name}</span>
              <span className={styles['track']}>
                <i style={{ width: `${100 * probability}%` }} />
              </span>
              <span className={styles['share']}>{formatPercent(probability)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles['note']}>{t`Click a class to see what speaks for it.`}</p>
    </section>
  );
}
