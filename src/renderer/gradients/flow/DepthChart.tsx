import { useDeferredValue, useMemo, useState } from 'react';
import type { FlowVerdict } from '../../../network/health/flowVerdict';
import chart from '../../charts/Chart.module.css';
import { useSize } from '../../charts/useSize';
import { useEditor } from '../../editor/editorStore';
import { say } from '../../language/say';
import { t } from '../../language/t';
import type { Quantity } from '../../quantities/quantity';
import { valueAt } from '../../quantities/quantityScale';
import { measuredText, scaleText, symbolText } from '../../quantities/quantityText';
import { useRun } from '../../training/runStore';
import { bandNameReach, DepthBackground } from './DepthBackground';
import styles from './DepthChart.module.css';
import { DepthCurve, TrailCurve } from './DepthCurve';
import { DepthKey } from './DepthKey';
import { depthAxis } from './depthAxis';
import { depthGeometry, depthMargin } from './depthGeometry';
import { depthLabels } from './depthLabels';
import type { MeasuredLayer } from './gradientProfile';
import { LayerReader } from './LayerReader';
import { slopePerTenLayers, slopeText } from './profileSlope';
import { type ProfileWays, profileWays } from './profileWays';
import { SlopeTriangle, showsSlope } from './SlopeTriangle';
import { useTrail } from './useTrail';

interface DepthChartProps {
  layers: readonly MeasuredLayer[];
  quantity: Quantity;
  sample: number;
  /** On the gradient of activations. */
  verdict: FlowVerdict | null;
}

/** A quantity of every layer in the order of data, at the shown step, and faded at steps before. */
export function DepthChart({ layers, quantity, sample, verdict }: DepthChartProps) {
  const run = useRun((state) => state.run);
  const selectedNode = useDeferredValue(useEditor((state) => state.selection.nodes[0]));
  const [plot, size] = useSize<HTMLDivElement>();
  const [hovered, setHovered] = useState<number | null>(null);
  const document = run?.document;
  const ways = useMemo(
    () => (document === undefined ? noWays : profileWays(document, layers)),
    [document, layers],
  );

  const now =
    run === null || sample < 0 ? [] : layers.map(({ index }) => valueAt(quantity, run, sample, index));
  const trail = useTrail(run?.log, layers, quantity, sample);
  const axis = depthAxis(quantity, [now, ...trail.values].flat());
  const { low, high } = axis;
  const geometry = useMemo(
    () => depthGeometry(size, layers.length, { low, high }),
    [size, layers.length, low, high],
  );
  const selected = layers.findIndex(({ id }) => id === selectedNode);
  const tip = hovered === null ? undefined : layers[hovered];
  const slope = quantity.form === 'log' ? slopePerTenLayers(layers, now) : null;
  const triangle = quantity.id === 'gradient' && showsSlope(verdict) ? verdict : null;

  return (
    <figure className={`${chart['chart']} ${styles['chart']}`}>
      <figcaption className={chart['title']}>
        {t`By depth`}
        <span className={styles['subtitle']}>
          {say(quantity.axis)}
          {run?.probe && t` before training`}
        </span>
        {slope !== null && (
          <b className={styles['slope']} title={t`Slope on the way back to the input`}>
            {slopeText(slope)}
          </b>
        )}
      </figcaption>
      {run !== null && <DepthKey log={run.log} trail={trail.samples} ways={ways} />}
      <div className={chart['plot']}>
        <div ref={plot} className={chart['drawing']}>
          {size.width > 0 && (
            <svg
              width={size.width}
              height={size.height}
              role="img"
              aria-label={t`${say(quantity.label)} of each layer, from the input to the output`}
            >
              <DepthBackground
                axis={axis}
                geometry={geometry}
                quantity={quantity}
                namesLowEnd={triangle === null}
                beside={now.filter((_, layer) => geometry.x(layer) < depthMargin.left + bandNameReach)}
              />
              {selected >= 0 && (
                <path
                  d={`M${geometry.x(selected)} 8V${size.height - 22}`}
                  stroke="var(--fg)"
                  strokeOpacity=".35"
                />
              )}
              {trail.values.map((values, place) => (
                <TrailCurve
                  key={trail.samples[place]}
                  values={values}
                  geometry={geometry}
                  ways={ways}
                  age={1 - place / trail.values.length}
                />
              ))}
              <SlopeTriangle verdict={triangle} layers={layers} geometry={geometry} />
              <DepthCurve
                values={now}
                geometry={geometry}
                ways={ways}
                quantity={quantity}
                selected={selected}
              />
              {depthLabels(layers, selected, geometry.x).map(({ layer, text, place }) => (
                <text
                  key={layer}
                  className={styles['axis']}
                  data-selected={layer === selected}
                  x={place}
                  y={size.height - 6}
                  textAnchor="middle"
                >
                  {text}
                </text>
              ))}
            </svg>
          )}
          {layers.length > 0 && (
            <LayerReader
              title={t`By depth`}
              layers={layers.length}
              pointed={hovered}
              reading={
                tip === undefined
                  ? ''
                  : `${tip.label}, ${symbolText(quantity)} ${scaleText(quantity, now[hovered ?? 0] ?? Number.NaN)}`
              }
              point={setHovered}
              choose={(layer) => {
                const chosen = layers[layer];
                if (chosen !== undefined) useEditor.getState().selectNode(chosen.id);
              }}
            />
          )}
          <div className={styles['columns']} onPointerLeave={() => setHovered(null)}>
            {layers.map(({ id, label }, layer) => (
              <button
                key={id}
                type="button"
                tabIndex={-1}
                aria-label={`${label}, ${symbolText(quantity)} ${scaleText(quantity, now[layer] ?? Number.NaN)}`}
                style={{ left: geometry.x(layer) - geometry.spacing / 2, width: geometry.spacing }}
                onPointerEnter={() => setHovered(layer)}
                onClick={() => useEditor.getState().selectNode(id)}
              />
            ))}
          </div>
          {hovered !== null && (
            <div className={styles['pointedLayer']} style={{ left: geometry.x(hovered) }} />
          )}
          {tip !== undefined && hovered !== null && run !== null && sample >= 0 && (
            <div className={styles['tip']} style={tipPlace(geometry.x(hovered), size.width)}>
              <b>{tip.label}</b> <span>{symbolText(quantity)}</span>{' '}
              {measuredText(quantity, quantity.measured(run.log, sample, tip.index))}
              {quantity.form === 'log' && (
                <>
                  {' '}
                  <span>{t`log₁₀`}</span> {scaleText(quantity, now[hovered] ?? Number.NaN)}
                </>
              )}
            </div>
          )}
        </div>
      </div>
    </figure>
  );
}

const noWays: ProfileWays = { main: [], beside: [] };

function tipPlace(x: number, width: number) {
  return x > width / 2 ? { right: width - x + 12, top: 4 } : { left: x + 12, top: 4 };
}
