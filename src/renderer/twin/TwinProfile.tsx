import { Fragment, type PointerEvent, useState } from 'react';
import chart from '../charts/Chart.module.css';
import { estimateTextWidth, spreadLabels } from '../charts/spreadLabels';
import { useSize } from '../charts/useSize';
import { bandNameReach, DepthBackground } from '../gradients/flow/DepthBackground';
import { decadeAxis } from '../gradients/flow/depthAxis';
import { type DepthGeometry, depthGeometry, depthMargin } from '../gradients/flow/depthGeometry';
import { log10NormAt } from '../gradients/flow/gradientProfile';
import { LayerReader } from '../gradients/flow/LayerReader';
import { formatLog10 } from '../gradients/formatNorm';
import { gradientColour } from '../gradients/gradientScale';
import { t } from '../language/t';
import styles from './CompareTab.module.css';
import { sideLooks } from './sideLooks';
import type { ComparedSide, TwinView } from './useTwinView';

/** log₁₀‖∂L/∂a‖ of the layers of both networks by depth, on one scale. */
export function TwinProfile({ view }: { view: TwinView }) {
  const [plot, size] = useSize<HTMLDivElement>();
  const [pointed, setPointed] = useState<number | null>(null);
  const norms = view.sides.map((side) =>
    side.layers.map((layer) => log10NormAt(side.run, side.sample, layer)),
  );
  const axis = decadeAxis(norms.flat());
  const depths = view.sides.flatMap(({ layers }) => layers.map(({ depth }) => depth ?? 0));
  const deepest = Math.max(1, ...depths);
  const geometry = depthGeometry(size, deepest, axis);
  const readings = pointed === null ? [] : readAt(view.sides, norms, pointed + 1);
  const point = ({ clientX, currentTarget }: PointerEvent) => {
    const place = clientX - currentTarget.getBoundingClientRect().left - geometry.x(0);
    setPointed(Math.min(deepest - 1, Math.max(0, Math.round(place / geometry.spacing))));
  };
  return (
    <figure className={chart['chart']} style={{ flex: '1.5 1 0' }}>
      <figcaption className={chart['title']}>
        {t`Gradient by depth`}
        <span>{t`log₁₀ ‖∂L/∂a‖`}</span>
      </figcaption>
      <div className={chart['plot']}>
        <div
          ref={plot}
          className={styles['drawing']}
          onPointerMove={point}
          onPointerLeave={() => setPointed(null)}
        >
          {size.width > 0 && (
            <svg
              width={size.width}
              height={size.height}
              role="img"
              aria-label={t`Gradient norm of the layers of both networks, by depth`}
            >
              <DepthBackground
                axis={axis}
                geometry={geometry}
                namesLowEnd
                beside={view.sides.flatMap(({ layers }, side) =>
                  layers.flatMap(({ depth }, place) =>
                    geometry.x((depth ?? 1) - 1) < depthMargin.left + bandNameReach
                      ? [norms[side]?.[place] ?? Number.NaN]
                      : [],
                  ),
                )}
              />
              {pointed !== null && (
                <path
                  d={`M${geometry.x(pointed)} 8V${size.height - 22}`}
                  stroke="var(--fg)"
                  strokeOpacity={0.3}
                />
              )}
              {view.sides.map((side, place) => (
                <SideCurve
                  key={sideLooks[place]?.letter}
                  side={side}
                  norms={norms[place] ?? []}
                  geometry={geometry}
                  place={place}
                />
              ))}
              {depthLabels(view.sides, geometry).map(({ text, place }) => (
                <text key={place} className={chart['axis']} x={place} y={size.height - 6} textAnchor="middle">
                  {text}
                </text>
              ))}
            </svg>
          )}
          <LayerReader
            title={t`Gradient by depth`}
            layers={deepest}
            pointed={pointed}
            reading={readings.map(({ name, label, text }) => `${name}: ${label} ${text}`).join(', ')}
            point={setPointed}
          />
          {pointed !== null && readings.length > 0 && (
            <div className={chart['tooltip']} style={tipPlace(geometry.x(pointed), size.width)}>
              <h4>{t`log₁₀ ‖∂L/∂a‖`}</h4>
              {readings.map(({ name, label, text, colour }) => (
                <Fragment key={name}>
                  <span style={{ color: colour }}>{`${name}, ${label}`}</span>
                  <b>{text}</b>
                </Fragment>
              ))}
            </div>
          )}
        </div>
      </div>
    </figure>
  );
}

/** The layers of both networks at a depth, with their gradients. */
function readAt(sides: TwinView['sides'], norms: readonly (readonly number[])[], depth: number) {
  return sides.flatMap(({ name, layers }, side) => {
    const place = layers.findIndex((layer) => layer.depth === depth);
    const layer = layers[place];
    if (layer === undefined) return [];
    const text = formatLog10(norms[side]?.[place] ?? Number.NaN);
    return [{ name, label: layer.label, text, colour: sideLooks[side]?.colour }];
  });
}

function tipPlace(x: number, width: number) {
  return x > width / 2 ? { right: width - x + 12 } : { left: x + 12 };
}

interface SideCurveProps {
  side: ComparedSide;
  norms: readonly number[];
  geometry: DepthGeometry;
  place: number;
}

function SideCurve({ side, norms, geometry, place }: SideCurveProps) {
  const { x, y, spacing } = geometry;
  const points = side.layers.flatMap(({ id, depth }, index) => {
    const norm = norms[index] ?? Number.NaN;
    return Number.isNaN(norm) ? [] : [{ id, norm, at: [x((depth ?? 1) - 1), y(norm)] as const }];
  });
  const radius = Math.min(3.6, Math.max(1.6, spacing * 0.35));
  return (
    <g>
      <path
        d={points
          .map(
            ({ at: [left, top] }, index) => `${index === 0 ? 'M' : 'L'}${left.toFixed(1)} ${top.toFixed(1)}`,
          )
          .join('')}
        fill="none"
        stroke={sideLooks[place]?.colour}
        strokeDasharray={sideLooks[place]?.dashes}
        strokeWidth="2"
        strokeLinejoin="round"
      />
      {points.map(({ id, norm, at: [left, top] }) => (
        <circle
          key={id}
          cx={left}
          cy={top}
          r={radius}
          fill={norm === Number.NEGATIVE_INFINITY ? 'var(--bg)' : gradientColour(norm)}
          stroke={norm === Number.NEGATIVE_INFINITY ? gradientColour(norm) : 'var(--bg)'}
          strokeWidth="1"
        />
      ))}
    </g>
  );
}

/** Names of the layers under the axis as far as there is room, the ends first. */
function depthLabels(sides: TwinView['sides'], { x }: DepthGeometry) {
  const layers = sides.reduce((most, side) => (side.layers.length > most.layers.length ? side : most)).layers;
  const labels = layers.map(({ label, depth }, index) => {
    const text = label.length > 12 ? `${label.slice(0, 11)}…` : label;
    const end = index === 0 || index === layers.length - 1;
    return { text, place: x((depth ?? 1) - 1), extent: estimateTextWidth(text), rank: end ? 1 : 0 };
  });
  return spreadLabels(labels, 10);
}
