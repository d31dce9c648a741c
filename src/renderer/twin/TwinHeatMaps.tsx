import chart from '../charts/Chart.module.css';
import { useSize } from '../charts/useSize';
import { HeatMapCanvas } from '../gradients/flow/HeatMapCanvas';
import { t } from '../language/t';
import { quantities } from '../quantities/quantities';
import styles from './CompareTab.module.css';
import { sideLooks } from './sideLooks';
import type { ComparedSide, TwinView } from './useTwinView';

/** The gradient of every layer with weights at every measured step, one network over the other, in one scale. */
export function TwinHeatMaps({ view }: { view: TwinView }) {
  return (
    <figure className={`${chart['chart']} ${styles['maps']}`}>
      <figcaption className={chart['title']}>
        {t`Over time`}
        <span>{t`layers × steps`}</span>
      </figcaption>
      {view.sides.map((side, place) => (
        <SideMap key={sideLooks[place]?.letter} side={side} view={view} place={place} />
      ))}
    </figure>
  );
}

function SideMap({ side, view, place }: { side: ComparedSide; view: TwinView; place: number }) {
  const [box, size] = useSize<HTMLDivElement>();
  const { run, layers, name } = side;
  const { lastStep, received, step } = view;
  return (
    <div ref={box} className={styles['map']}>
      <span className={`${styles['mapName']} ${styles[place === 0 ? 'first' : 'second']}`}>{name}</span>
      <HeatMapCanvas
        log={run.log}
        layers={layers}
        quantity={quantities.gradient}
        lastStep={lastStep}
        paint={received}
        width={size.width}
        label={t`Gradient norm of each layer of ${name} over the steps`}
      />
      <div className={styles['cursor']} style={{ left: `${(100 * step) / lastStep}%` }} />
    </div>
  );
}
