import { ChartNoAxesColumnIncreasing } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import type { Histogram } from '../../protocol/inspectionMessages';
import { ToolButton } from '../controls/ToolButton';
import { useEditor } from '../editor/editorStore';
import { FigureMenu } from '../figures/FigureMenu';
import { formatInteger } from '../format/numbers';
import { Section } from '../inspector/Section';
import { say } from '../language/say';
import { t } from '../language/t';
import { useRun } from '../training/runStore';
import styles from './Distributions.module.css';
import { HistogramPlot } from './HistogramPlot';
import { histogramExports } from './histogramExports';
import { ImageChoice } from './ImageChoice';
import { PictureGrid } from './PictureGrid';
import type { CountScale } from './paintHistogram';
import { canInspect, type Moment, useInspection } from './useInspection';

/** The values inside a layer: how they lie and lay before, the kernels of a convolution, and what it makes of an image. */
export function DistributionsSection({ nodeId }: { nodeId: string }) {
  const [image, setImage] = useState(0);
  const possible = useRun(canInspect);
  const [countScale, setCountScale] = useState<CountScale>('linear');
  const box = useRef<HTMLElement>(null);
  const label = useEditor(
    ({ history }) => history.document.nodes.find(({ id }) => id === nodeId)?.label ?? nodeId,
  );
  const { latest, moments, failure } = useInspection(nodeId, image, box);
  const exported = useCallback(
    () =>
      histogramExports(
        label,
        (latest?.histograms ?? []).map(({ of, weight }) => ({ title: titleOf(of, weight), of, weight })),
        moments,
        () => [...(box.current?.querySelectorAll('figure') ?? [])],
      ),
    [label, latest, moments],
  );
  if (latest === null)
    return (
      <Section box={box} title={t`Distributions`}>
        <p className={styles['note']}>
          {failure === null ? waitingText(possible) : `${say(failure.message)} ${say(failure.advice)}`}
        </p>
      </Section>
    );
  const steps = moments.map(({ step }) => step);
  const { histograms, filters, maps } = latest;
  return (
    <Section
      box={box}
      title={t`Distributions`}
      aside={
        <span className={styles['aside']}>
          {t`step ${formatInteger(latest.step)}`}
          <ToolButton
            icon
            aria-label={t`Logarithmic counts`}
            title={t`Logarithmic counts`}
            aria-pressed={countScale === 'log'}
            onClick={() => setCountScale(countScale === 'log' ? 'linear' : 'log')}
          >
            <ChartNoAxesColumnIncreasing size={14} aria-hidden="true" />
          </ToolButton>
          <FigureMenu charts={exported} label={t`Export the distributions`} aside />
        </span>
      }
    >
      {failure !== null && (
        <p className={styles['note']}>
          {say(failure.message)} {say(failure.advice)}
        </p>
      )}
      {histograms.map(({ of, weight }) => (
        <HistogramPlot
          key={`${of} ${weight}`}
          title={titleOf(of, weight)}
          colour={of.endsWith('radient') ? 'var(--g-m1)' : 'var(--accent)'}
          moments={momentsOf(moments, of, weight)}
          steps={steps}
          countScale={countScale}
        />
      ))}
      <p className={styles['note']}>
        {t`Activations and gradients over ${latest.images} validation images in training mode. Bars: now. Rows beneath: before, the newest on top.`}
      </p>
      {filters !== null && (
        <PictureGrid
          title={t`Kernels`}
          note={
            filters.channels === 3
              ? t`As red, green and blue.`
              : t`Each as the mean over the channels that it sees.`
          }
          pictures={filters}
          symmetric
        />
      )}
      {maps !== null && (
        <>
          <ImageChoice image={latest.image} onImage={setImage} />
          <PictureGrid
            title={t`Feature maps`}
            note={t`Of this image, outside training.`}
            pictures={maps}
            symmetric={false}
          />
        </>
      )}
    </Section>
  );
}

function waitingText(possible: boolean): string {
  return possible ? t`Looking inside…` : t`Histograms, kernels and feature maps, once training has begun.`;
}

function titleOf(of: Histogram['of'], weight: string | null): string {
  switch (of) {
    case 'activations':
      return t`Activations a`;
    case 'activationGradient':
      return t`Gradient ∂L/∂a`;
    case 'weight':
      return t`Weight ${weight ?? ''}`;
    case 'weightGradient':
      return t`Gradient ∂L/∂${weight ?? 'w'}`;
  }
}

function momentsOf(
  moments: readonly Moment[],
  of: Histogram['of'],
  weight: string | null,
): readonly Histogram[] {
  return moments.flatMap(
    ({ histograms }) =>
      histograms.find((histogram) => histogram.of === of && histogram.weight === weight) ?? [],
  );
}
