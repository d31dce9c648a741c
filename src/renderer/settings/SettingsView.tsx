import { useEffect, useId, useRef } from 'react';
import { say } from '../language/say';
import { t } from '../language/t';
import { CoveringView } from '../views/CoveringView';
import { SettingRow } from './SettingRow';
import { SettingsHeader } from './SettingsHeader';
import styles from './SettingsView.module.css';
import { findSettings } from './settingsSearch';
import { useSettingsSearch } from './settingsSearchStore';
import { settingsSections } from './settingsSections';

const controls = 'button:not(:disabled), input, [role="radio"][data-state="checked"]';

/** Every setting, over the canvas: found by its words, changed, and taken back to its default. */
export function SettingsView() {
  const { search, searchFor } = useSettingsSearch();
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const found = findSettings(settingsSections, search);
  useEffect(() => () => searchFor(''), [searchFor]);
  const headingId = (section: string) => `${prefix}-${section}`;
  return (
    <CoveringView label={t`Settings`} className={styles['view']}>
      <SettingsHeader
        search={search}
        box={box}
        onSearch={searchFor}
        onEnter={() => list.current?.querySelector<HTMLElement>(controls)?.focus()}
      />
      <div className={styles['body']}>
        <nav className={styles['sections']} aria-label={t`Sections`}>
          {found.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              onClick={() => document.getElementById(headingId(id))?.scrollIntoView({ block: 'start' })}
            >
              {say(label)}
            </button>
          ))}
        </nav>
        <div ref={list} className={styles['list']}>
          {found.length === 0 && (
            <p className={styles['empty']} role="status">
              {t`No setting is called that. Take some of the search away.`}
            </p>
          )}
          {found.map(({ id, label, settings, panel }) => (
            <section key={id} aria-labelledby={headingId(id)}>
              <h3 id={headingId(id)}>{say(label)}</h3>
              {settings.length > 0 && (
                <ul className={styles['rows']}>
                  {settings.map((setting) => (
                    <SettingRow key={setting.id} setting={setting} />
                  ))}
                </ul>
              )}
              {panel !== undefined && <panel.Content search={search} />}
            </section>
          ))}
        </div>
      </div>
    </CoveringView>
  );
}
