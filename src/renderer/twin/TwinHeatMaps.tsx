import { useEffect, useMemo, useRef } from 'react';
import chart from '../charts/Chart.module.css';
import { useSize } from '../charts/useSize';
import { readColourTable } from '../gradients/flow/colourTable';
import { paintHeatMap } from '../gradients/flow/paintHeatMap';
import { useTheme } from '../theme/themeStore';
import styles from './CompareTab.module.css';
import { sideLooks } from './sideLooks';
import type { ComparedSide, TwinView } from './useTwinView';

/** The gradient of every layer with weights at every measured step, one network over the other, in one scale. */
export function TwinHeatMaps({ view }: { view: TwinView }) {
  return (
    <figure className={`${chart['chart']} ${styles['maps']}`}>
      <figcaption className={chart['title']}>
        Over time<span>layers × steps</span>
      </figcaption>
      {view.sides.map((side, place) => (
        <SideMap key={sideLooks[place]?.letter} side={side} view={view} place={place} />
      ))}
    </figure>
  );
}

function SideMap({ side, view, place }: { side: ComparedSide; view: TwinView; place: number }) {
  const [box, size] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme((state) => state.theme);
  const colours = useMemo(() => ({ theme, table: readColourTable() }), [theme]);
  const { run, layers, name } = side;
  const { lastStep, paint, step } = view;
  useEffect(() => {
    if (canvas.current !== null && size.width > 0 && paint >= 0)
      paintHeatMap(canvas.current, { run, layers, lastStep, colours: colours.table });
  }, [run, layers, lastStep, paint, size, colours]);
  return (
    <div ref={box} className={styles['map']}>
      <span className={`${styles['mapName']} ${styles[place === 0 ? 'first' : 'second']}`}>{name}</span>
      <canvas
        ref={canvas}
        className={styles['canvas']}
        role="img"
        aria-label={`Gradient norm of each layer of ${name} over the steps`}
      />
      <div className={styles['cursor']} style={{ left: `${(100 * step) / lastStep}%` }} />
    </div>
  );
}
