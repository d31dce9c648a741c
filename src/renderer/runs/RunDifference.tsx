import { useMemo } from 'react';
import { type ChangedValue, networkDifference } from '../../network/difference/networkDifference';
import { formatCounted } from '../format/numbers';
import { rich } from '../language/rich';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './ChosenRuns.module.css';
import type { LookedAt } from './lookedAt';

/** So many layers are named before the rest is counted. */
const namedLayers = 12;

/** In what the networks and settings of two runs differ: the first one against the second. */
export function RunDifference({ one, other }: { one: LookedAt; other: LookedAt }) {
  const difference = useMemo(
    () => networkDifference(one.curves.project, other.curves.project),
    [one.curves.project, other.curves.project],
  );
  const { settings, added, removed, changed, connectionsAdded, connectionsRemoved } = difference;
  const graph = added.length + removed.length + changed.length + connectionsAdded + connectionsRemoved;
  return (
    <section className={styles['difference']} aria-label={t`Difference`}>
      <h3>{t`Difference`}</h3>
      <p>{rich`From ${<b>{one.name}</b>} to ${<b>{other.name}</b>}`}</p>
      <h4>{t`Settings`}</h4>
      {settings.length === 0 ? <p>{t`Equal.`}</p> : <Values changes={settings} />}
      <h4>{t`Network`}</h4>
      {graph === 0 && <p>{t`Equal: the same layers, set and connected alike.`}</p>}
      <Layers words="added" labels={added.map(({ label }) => label)} />
      <Layers words="removed" labels={removed.map(({ label }) => label)} />
      {changed.slice(0, namedLayers).map(({ id, label, changes }) => (
        <div key={id}>
          <p>{rich`${<b>{label}</b>} changed`}</p>
          <Values changes={changes} />
        </div>
      ))}
      {changed.length > namedLayers && (
        <p>{t`${formatCounted(changed.length - namedLayers, 'more layer')} changed.`}</p>
      )}
      {connectionsAdded + connectionsRemoved > 0 && (
        <p>
          {t`Between layers that both have: ${formatCounted(connectionsAdded, 'connection')} added, ${connectionsRemoved} removed.`}
        </p>
      )}
    </section>
  );
}

function Values({ changes }: { changes: readonly ChangedValue[] }) {
  return (
    <dl>
      {changes.map(({ name, before, after }) => (
        <div key={name}>
          <dt>{say(name)}</dt>
          <dd>
            <del>{say(before)}</del> → <ins>{say(after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Layers({ words, labels }: { words: string; labels: readonly string[] }) {
  if (labels.length === 0) return null;
  const more = labels.length - namedLayers;
  return (
    <p>
      {formatCounted(labels.length, 'layer')} {say(words)}: {labels.slice(0, namedLayers).join(', ')}
      {more > 0 && t` and ${more} more`}
    </p>
  );
}
