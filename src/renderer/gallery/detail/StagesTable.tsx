import { formatCount, formatInteger } from '../../format/numbers';
import { Section } from '../../inspector/Section';
import { t } from '../../language/t';
import type { Stage } from '../stages';
import styles from './StagesTable.module.css';

/** A template's stages as the papers' tables list them. */
export function StagesTable({ stages }: { stages: readonly Stage[] }) {
  return (
    <Section title={t`Stages`}>
      <table className={styles['table']} aria-label={t`Stages`}>
        <thead>
          <tr>
            <th scope="col">{t`Stage`}</th>
            <th scope="col">{t`Size`}</th>
            <th scope="col">{t`Layers`}</th>
            <th scope="col">{t`Parameters`}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage.name}>
              <th scope="row">{stage.name}</th>
              <td>{stage.size}</td>
              <td>
                {stage.layers}
                {stage.repeats > 1 && <b> ×{stage.repeats}</b>}
              </td>
              <td title={formatInteger(stage.parameters)}>{formatCount(stage.parameters)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
