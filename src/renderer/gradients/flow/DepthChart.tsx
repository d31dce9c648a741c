import { useState } from 'react';
import type { FlowVerdict } from '../../../network/health/flowVerdict';
import chart from '../../charts/Chart.module.css';
import { estimateTextWidth, spreadLabels } from '../../charts/spreadLabels';
import { useSize } from '../../charts/useSize';
import { useEditor } from '../../editor/editorStore';
import { formatInteger } from '../../format/numbers';
import { useRun } from '../../training/runStore';
import { formatLog10, formatScientific } from '../formatNorm';
import { DepthBackground } from './DepthBackground';
import styles from './DepthChart.module.css';
import { DepthCurve, GhostCurve } from './DepthCurve';
import { decadeAxis } from './depthAxis';
import { depthGeometry } from './depthGeometry';
import { log10NormAt, type MeasuredLayer } from './gradientProfile';
import { SlopeTriangle, showsSlope } from './SlopeTriangle';

interface DepthChartProps {
  layers: readonly MeasuredLayer[];
  sample: number;
  verdict: FlowVerdict | null;
}

/** log₁₀‖∂L/∂a‖ of every layer in the order of data, at the shown step and at the first. */
export function DepthChart({ layers, sample, verdict }: DepthChartProps) {
  const run = useRun((state) => state.run);
  const live = useRun((state) => state.scrubbedStep === null);
  const selectedNode = useEditor((state) => state.selection.nodes[0]);
  const [plot, size] = useSize<HTMLDivElement>();
  const [hovered, setHovered] = useState<number | null>(null);

  const normsAt = (at: number) => (run === null ? [] : layers.map((layer) => log10NormAt(run, at, layer)));
  const now = sample < 0 ? [] : normsAt(sample);
  const first = sample < 1 ? [] : normsAt(0);
  const axis = decadeAxis([...now, ...first]);
  const geometry = depthGeometry(size, layers.length, axis);
  const selected = layers.findIndex(({ id }) => id === selectedNode);
  const tip = hovered === null ? undefined : layers[hovered];

  return (
    <figure className={`${chart['chart']} ${styles['chart']}`}>
      <figcaption className={chart['title']}>
        By depth
        <span>{run?.probe ? `${quantity} before training` : subtitle(run?.log.steps, sample, live)}</span>
      </figcaption>
      <div className={chart['plot']}>
        <div ref={plot} className={chart['drawing']}>
          {size.width > 0 && (
            <svg
              width={size.width}
              height={size.height}
              role="img"
              aria-label="Gradient norm of each layer, from the input to the output"
            >
              <DepthBackground axis={axis} geometry={geometry} namesLowEnd={!showsSlope(verdict)} />
              {selected >= 0 && (
                <path
                  d={`M${geometry.x(selected)} 8V${size.height - 22}`}
                  stroke="var(--fg)"
                  strokeOpacity=".35"
                />
              )}
              {first.length > 0 && <GhostCurve norms={first} geometry={geometry} />}
              <SlopeTriangle verdict={verdict} layers={layers} geometry={geometry} />
              <DepthCurve norms={now} geometry={geometry} selected={selected} />
              {layerLabels(layers, selected, geometry.x).map(({ layer, text, place }) => (
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
          <div className={styles['columns']} onPointerLeave={() => setHovered(null)}>
            {layers.map(({ id, label }, layer) => (
              <button
                key={id}
                type="button"
                tabIndex={-1}
                aria-label={`${label}, gradient ${formatLog10(now[layer] ?? Number.NaN)}`}
                style={{ left: geometry.x(layer) - geometry.spacing / 2, width: geometry.spacing }}
                onPointerEnter={() => setHovered(layer)}
                onClick={() => useEditor.getState().selectNode(id)}
              />
            ))}
          </div>
          {tip !== undefined && hovered !== null && run !== null && (
            <div className={styles['tip']} style={tipPlace(geometry.x(hovered), size.width)}>
              <b>{tip.label}</b> <span>‖∂L/∂a‖</span>{' '}
              {formatScientific(run.log.gradientNorm(sample, tip.index))} <span>log₁₀</span>{' '}
              {formatLog10(now[hovered] ?? Number.NaN)}
            </div>
          )}
        </div>
      </div>
    </figure>
  );
}

const quantity = 'log₁₀ ‖∂L/∂a‖';

function subtitle(steps: { at(index: number): number } | undefined, sample: number, live: boolean): string {
  if (steps === undefined || sample < 0) return quantity;
  const first = formatInteger(steps.at(0));
  if (sample === 0) return `${quantity} at step ${first}`;
  const now = live ? 'now' : `at step ${formatInteger(steps.at(sample))}`;
  return `${quantity}, ${now} and at step ${first}`;
}

/** Names under the axis as far as there is room; the selected layer, the ends and layers with weights come first. */
function layerLabels(layers: readonly MeasuredLayer[], selected: number, x: (layer: number) => number) {
  const labels = layers.map(({ label, depth }, layer) => {
    const text = label.length > 12 ? `${label.slice(0, 11)}…` : label;
    const end = layer === 0 || layer === layers.length - 1;
    const rank = layer === selected ? 3 : end ? 2 : depth === null ? 0 : 1;
    return { layer, text, place: x(layer), extent: estimateTextWidth(text), rank };
  });
  return spreadLabels(labels, 8);
}

function tipPlace(x: number, width: number) {
  return x > width / 2 ? { right: width - x + 12, top: 4 } : { left: x + 12, top: 4 };
}
