import { useDeferredValue, useMemo } from 'react';
import type { LayerConfig } from '../../../network/layers/fields';
import type { Template } from '../../../network/templates/template';
import { Section } from '../../inspector/Section';
import { say } from '../../language/say';
import { t } from '../../language/t';
import { TemplateArt } from '../art/TemplateArt';
import { figuresOf, type TemplateFigures } from '../figures';
import { useFigures } from '../figuresStore';
import { useGallery } from '../galleryStore';
import { useOfferedTemplates } from '../offeredTemplates';
import { settingsOf } from '../templateSettings';
import { DepthChoice } from './DepthChoice';
import { DetailActions } from './DetailActions';
import { ExpectedCost } from './ExpectedCost';
import { FigureList } from './FigureList';
import { InputPresets } from './InputPresets';
import { SettingsForm } from './SettingsForm';
import { StagesTable } from './StagesTable';
import styles from './TemplateDetail.module.css';
import { TemplateProblems } from './TemplateProblems';

/** A template in detail, with the settings that it is opened with. */
export function TemplateDetail({ template }: { template: Template }) {
  const changed = useGallery(({ settings }) => settings.get(template.id));
  const figures = useSettledFigures(template, useDeferredValue(changed));
  const settings = settingsOf(template, changed);
  const { name, year, paper, idea, published, watch } = template;
  return (
    <aside className={styles['detail']} aria-label={say(name)}>
      <div className={styles['content']}>
        <header className={styles['header']}>
          <h2>
            {say(name)} <span>{year}</span>
          </h2>
          <p>{paper}</p>
        </header>
        <div className={styles['art']}>
          {figures !== undefined && (
            <TemplateArt silhouette={figures.silhouette} width={312} height={138} stretch={4} />
          )}
        </div>
        <FigureList figures={figures} />
        <InputPresets template={template} settings={settings} />
        <DepthChoice template={template} />
        {figures !== undefined && figures.errors.length > 0 && <TemplateProblems errors={figures.errors} />}
        {figures !== undefined && <StagesTable stages={figures.stages} />}
        <Told title={t`Idea`} text={say(idea)} />
        <Told title={t`What to watch`} text={say(watch)} />
        <SettingsForm template={template} settings={settings} />
        {figures !== undefined && <ExpectedCost figures={figures} />}
        <Told title={t`Published`} text={say(published)} />
      </div>
      <DetailActions template={template} broken={figures !== undefined && figures.errors.length > 0} />
    </aside>
  );
}

/** Those of the card as long as it is as it is listed; undefined until they are known. */
function useSettledFigures(
  template: Template,
  changed: LayerConfig | undefined,
): TemplateFigures | undefined {
  const offered = useFigures(({ known }) => known.get(template.id));
  const isListed = useOfferedTemplates().includes(template);
  const own = useMemo(
    () => (changed === undefined && isListed ? null : figuresOf(template, settingsOf(template, changed))),
    [template, changed, isListed],
  );
  return own ?? offered;
}

/** People's own templates have nothing told of them. */
function Told({ title, text }: { title: string; text: string }) {
  if (text === '') return null;
  return (
    <Section title={title}>
      <p className={styles['text']}>{text}</p>
    </Section>
  );
}
