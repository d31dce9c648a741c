import { t } from '../language/t';
import type { Run } from '../training/run';
import { formatScientific } from './formatNorm';
import styles from './WeightNorms.module.css';

interface WeightNormsProps {
  run: Run;
  nodeId: string;
  sample: number;
}

/** For each weight of a layer: its gradient's norm, its own, and how far a step moves it. */
export function WeightNorms({ run, nodeId, sample }: WeightNormsProps) {
  const weights = run.log.weights.flatMap(({ node, name }, index) =>
    node === nodeId ? [{ name, ...run.log.weight(sample, index) }] : [],
  );
  if (weights.length === 0) return null;
  return (
    <table className={styles['norms']} aria-label={t`Weights`}>
      <thead>
        <tr>
          <th scope="col">{t`Weight`}</th>
          <th scope="col">‖∂L/∂w‖</th>
          <th scope="col">‖w‖</th>
          <th scope="col" title={t`Length of the last update against that of the weight`}>
            ‖Δw‖/‖w‖
          </th>
        </tr>
      </thead>
      <tbody>
        {weights.map(({ name, gradientNorm, norm, updateRatio }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{formatScientific(gradientNorm)}</td>
            <td>{formatScientific(norm)}</td>
            <td>{formatScientific(updateRatio)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
