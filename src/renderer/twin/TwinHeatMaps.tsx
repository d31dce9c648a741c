import chart from '../charts/Chart.module.css';
import type { StepSpan } from '../charts/stepView';
import { useSize } from '../charts/useSize';
import { HeatMapCanvas } from '../gradients/flow/HeatMapCanvas';
import { HeatMapPointer } from '../gradients/flow/HeatMapPointer';
import { t } from '../language/t';
import { quantities } from '../quantities/quantities';
import styles from './CompareTab.module.css';
import { sideLooks } from './sideLooks';
import type { ComparedSide, TwinView } from './useTwinView';

interface TwinHeatMapsProps {
  view: TwinView;
  span: StepSpan;
}

/** The gradient of every layer with weights at every measured step, one network over the other, in one scale. */
export function TwinHeatMaps({ view, span }: TwinHeatMapsProps) {
  return (
    <figure className={`${chart['chart']} ${styles['maps']}`}>
      <figcaption className={chart['title']}>
        {t`Over time`}
        <span>{t`layers × steps`}</span>
      </figcaption>
      {view.sides.map((side, place) => (
        <SideMap key={sideLooks[place]?.letter} side={side} view={view} place={place} span={span} />
      ))}
    </figure>
  );
}

interface SideMapProps extends TwinHeatMapsProps {
  side: ComparedSide;
  place: number;
}

function SideMap({ side, view, place, span }: SideMapProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const { run, layers, name } = side;
  const { received, step } = view;
  const { first, last } = span.range;
  const share = (step - first) / (last - first);
  return (
    <div ref={box} className={styles['map']}>
      <span className={`${styles['mapName']} ${styles[place === 0 ? 'first' : 'second']}`}>{name}</span>
      <HeatMapCanvas
        log={run.log}
        layers={layers}
        quantity={quantities.gradient}
        range={span.range}
        paint={received}
        width={size.width}
        label={t`Gradient norm of each layer of ${name} over the steps`}
      />
      <HeatMapPointer title={name} {...{ run, layers, span }} quantity={quantities.gradient} />
      {share >= 0 && share <= 1 && <div className={styles['cursor']} style={{ left: `${100 * share}%` }} />}
    </div>
  );
}
