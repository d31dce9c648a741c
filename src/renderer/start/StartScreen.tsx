import { X } from 'lucide-react';
import { templates } from '../../network/templates/templates';
import { Toggle } from '../controls/Toggle';
import { ToolButton } from '../controls/ToolButton';
import { oneOfEachFamily } from '../gallery/depthFamilies';
import { Logo } from '../glyphs/Logo';
import { t } from '../language/t';
import { startScreenSetting } from '../settings/groups/starting';
import { changeSetting, useSetting } from '../settings/settingsStore';
import { FramedButton } from '../training/FramedButton';
import { CoveringView } from '../views/CoveringView';
import { useOpenView } from '../views/openView';
import { RecentList } from './RecentList';
import { SampleList } from './SampleList';
import { StartActions } from './StartActions';
import { StartHero } from './StartHero';
import styles from './StartScreen.module.css';
import { StoryCards } from './StoryCards';

/** Where a window begins that was given no project: the experiment, the networks of the lectures, one's own projects. */
export function StartScreen() {
  const { show, close } = useOpenView.getState();
  return (
    <CoveringView label={t`Start`} className={styles['start']}>
      <div className={styles['page']}>
        <header className={styles['header']}>
          <Logo size={38} />
          <div>
            <h1>Layerwise</h1>
            <p>{t`Draw a network, train it, and watch where its gradient lives and dies.`}</p>
          </div>
          <ToolButton icon aria-label={t`To the network`} title={t`To the network (Esc)`} onClick={close}>
            <X size={16} aria-hidden="true" />
          </ToolButton>
        </header>
        <div className={styles['columns']}>
          <div className={styles['main']}>
            <StartHero />
            <section aria-labelledby="start-story">
              <div className={styles['heading']}>
                <h2 id="start-story">{t`The story in six networks`}</h2>
                <FramedButton onClick={() => show('gallery')}>
                  {t`All ${oneOfEachFamily(templates, undefined).length} templates`}
                </FramedButton>
              </div>
              <StoryCards />
            </section>
          </div>
          <aside className={styles['side']} aria-label={t`Projects`}>
            <StartActions />
            <h2>{t`Recent projects`}</h2>
            <RecentList />
            <h2>{t`Sample projects`}</h2>
            <SampleList />
          </aside>
        </div>
        <footer className={styles['footer']}>
          <Toggle
            id="start-screen-setting"
            label={t`Show this at every start`}
            checked={useSetting(startScreenSetting)}
            onChange={(shown) => changeSetting(startScreenSetting, shown)}
          />
          <label htmlFor="start-screen-setting">{t`Show this at every start`}</label>
        </footer>
      </div>
    </CoveringView>
  );
}
