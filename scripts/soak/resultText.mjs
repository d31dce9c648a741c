// @ts-check
/**
 * What test/e2e/soak.spec.ts reports.
 *
 * @typedef {{network: string, layers: number, minutes: number, steps: number, measuredSteps: number, tasks: number, longest: {elapsed: number, processor: number}, overFifty: number, latencies: number[]}} Phase
 * @typedef {{what: string, mean: number, perHour: number, bound: number}} Growth
 * @typedef {{minutes: number, phases: Phase[], growth: Growth[]}} SoakReport
 */

const names = /** @type {Readonly<Record<string, string>>} */ ({
  main: 'Main process, MiB',
  window: 'Window’s process, MiB',
  graphics: 'Graphics process, MiB',
  engine: 'Engine, MiB',
  heap: 'JavaScript heap of the page, MiB',
  nodes: 'Nodes of the page',
  listeners: 'Event listeners of the page',
});

/**
 * The result as two tables.
 *
 * @param {SoakReport} report
 * @param {string} machine
 * @param {Date} date
 */
export function resultText({ minutes, phases, growth }, machine, date) {
  return [
    `${minutes} minutes on ${date.toISOString().slice(0, 10)}; ${machine}.`,
    '',
    '| Network | Minutes | Steps | In the window | Tasks | Longest task | Of that, processor | From 50 ms | Click to paint: median, 95 % |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...phases.map(
      ({ network, layers, minutes: length, steps, measuredSteps, tasks, longest, overFifty, latencies }) =>
        `| ${network}, ${layers} layers | ${length.toFixed(1)} | ${count(steps)} | ${count(measuredSteps)} | ${count(tasks)} | ${longest.elapsed.toFixed(0)} ms | ${longest.processor.toFixed(0)} ms | ${overFifty} | ${share(latencies, 0.5)}, ${share(latencies, 0.95)} ms |`,
    ),
    '',
    '| What is held | Mean | Growth in an hour | Allowed |',
    '| --- | --: | --: | --: |',
    ...growth.map(
      ({ what, mean, perHour, bound }) =>
        `| ${names[what] ?? what} | ${mean.toFixed(0)} | ${perHour.toFixed(1)} | ${bound.toFixed(0)} |`,
    ),
  ].join('\n');
}

/** @param {number} value */
function count(value) {
  return value.toLocaleString('en');
}

/**
 * @param {readonly number[]} values
 * @param {number} part
 */
function share(values, part) {
  const sorted = values.toSorted((left, right) => left - right);
  return (sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN).toFixed(0);
}
