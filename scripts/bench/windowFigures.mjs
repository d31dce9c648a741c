// @ts-check
import { median } from './results.mjs';

/**
 * What test/e2e/packaged/fluid.spec.ts reports; null for what was not measured. Times in ms, memory in MiB.
 *
 * @typedef {Record<string, number>} Milestones by name, from the start of the process
 * @typedef {{name: string, latencies: number[]}} Inputs
 * @typedef {{samples: Record<string, number>[], growth: {what: string, mean: number, perHour: number, bound: number}[]}} Memory
 * @typedef {{starts: {first: Milestones[], later: Milestones[]} | null, inputs: {resting: Inputs[], training: Inputs[], others: number} | null, memory: Memory | null}} WindowFigures
 */

/** What has to hold. */
export const limits = {
  /** Median of the starts until a click is answered. */
  start: 1500,
  /** Milliseconds from input to paint that 95 of 100 inputs stay below. */
  input: 50,
  /** Most that the window's process holds, MiB. */
  window: 400,
};

const kinds = /** @type {const} */ (['first', 'later']);

const stageNames = /** @type {Readonly<Record<string, string>>} */ ({
  pageAsked: 'Electron and main are up, the page is asked for',
  codeReady: 'The page’s code is read and evaluated',
  rendering: 'Settings, language and project are known',
  painted: 'The window shows the start screen',
  interactive: 'A click on its first button is answered',
});

const heldNames = /** @type {Readonly<Record<string, string>>} */ ({
  window: 'Window’s process, MiB',
  heap: 'JavaScript heap of the page, MiB',
  nodes: 'Nodes of the page',
  listeners: 'Event listeners of the page',
});

/**
 * Sentences about what misses its limit.
 *
 * @param {WindowFigures} figures
 */
export function faultsOf({ starts, inputs, memory }) {
  const faults = [];
  for (const kind of kinds) {
    if (starts === null) break;
    const times = startTimes(starts[kind], 'interactive');
    if (!(median(times) < limits.start))
      faults.push(
        `A ${kind} start takes ${seconds(median(times))} s; it must take less than ${seconds(limits.start)} s.`,
      );
  }
  const late = share(allLatencies(inputs?.training ?? []), 0.95);
  if (inputs !== null && !(late < limits.input))
    faults.push(
      `95 % of inputs are painted within ${whole(late)} ms; it must be less than ${limits.input} ms.`,
    );
  if (memory === null) return faults;
  const most = Math.max(...memory.samples.map(({ window = Number.NaN }) => window));
  if (!(most < limits.window))
    faults.push(`The window’s process holds ${whole(most)} MiB; it must hold less than ${limits.window}.`);
  for (const { what, perHour, bound } of heldInPage(memory))
    if (!(perHour < bound))
      faults.push(
        `${heldNames[what]}: grows by ${perHour.toFixed(1)} an hour; ${bound.toFixed(0)} are allowed.`,
      );
  return faults;
}

/**
 * The figures as tables of a page.
 *
 * @param {WindowFigures} figures
 * @param {string} machine
 * @param {Date} date
 */
export function windowTables({ starts, inputs, memory }, machine, date) {
  const lines = [`Measured on ${date.toISOString().slice(0, 10)}: ${machine}.`];
  if (starts !== null) lines.push('', ...startTable(starts));
  if (inputs !== null) lines.push('', ...inputTable(inputs));
  if (memory !== null) lines.push('', ...memoryTable(memory));
  return lines.join('\n');
}

/** @param {{first: Milestones[], later: Milestones[]}} starts */
function startTable(starts) {
  return [
    `Seconds from the start of the process, of ${starts.first.length} first and ${starts.later.length} later starts: shortest, median, longest.`,
    '',
    '| Until | First start: new profile, files on the disk | Later start | Limit of the median |',
    '| --- | --: | --: | --: |',
    ...Object.entries(stageNames).map(([stage, name]) => {
      const cells = kinds.map((kind) => {
        const times = startTimes(starts[kind], stage);
        return [Math.min(...times), median(times), Math.max(...times)].map(seconds).join(', ');
      });
      return `| ${name} | ${cells.join(' | ')} | ${stage === 'interactive' ? seconds(limits.start) : ''} |`;
    }),
  ];
}

/** @param {{resting: Inputs[], training: Inputs[], others: number}} inputs */
function inputTable({ resting, training, others }) {
  /** @param {readonly number[]} latencies */
  const times = (latencies) => [0.5, 0.95, 1].map((part) => whole(share(latencies, part))).join(', ');
  /** @param {string} name @param {readonly number[]} still @param {readonly number[]} busy @param {string} limit */
  const row = (name, still, busy, limit) =>
    `| ${name} | ${times(still)} | ${times(busy)} | ${busy.length} | ${limit} |`;
  return [
    `Milliseconds from input to paint with ResNet-110 in the window, all its blocks open: median, 95 %, longest. Other programs, the display’s server among them, took ${whole(100 * others)} % of the processor while it trained.`,
    '',
    '| Input | At rest | While it trains | Painted | Limit of the 95 % |',
    '| --- | --: | --: | --: | --: |',
    ...training.map(({ name, latencies }, index) =>
      row(name, resting[index]?.latencies ?? [], latencies, ''),
    ),
    row('All', allLatencies(resting), allLatencies(training), String(limits.input)),
  ];
}

/** @param {Memory} memory */
function memoryTable(memory) {
  const lasted = Math.max(...memory.samples.map(({ seconds: at = 0 }) => at)) / 60;
  return [
    `What the window holds in ${lasted.toFixed(0)} minutes of LeNet-5, measured at every step, after a collection of garbage.`,
    '',
    '| Held | At first | Mean | Most | Growth in an hour | Limit |',
    '| --- | --: | --: | --: | --: | --: |',
    ...memory.growth
      .filter(({ what }) => what in heldNames)
      .map(({ what, mean, perHour, bound }) => {
        const values = memory.samples.map((sample) => sample[what] ?? Number.NaN);
        const most = Math.max(...values);
        const limit = what === 'window' ? `${limits.window} at most` : `${bound.toFixed(0)} an hour`;
        return `| ${heldNames[what]} | ${whole(values[0] ?? Number.NaN)} | ${whole(mean)} | ${whole(most)} | ${perHour.toFixed(1)} | ${limit} |`;
      }),
  ];
}

/** What can be told from minutes: a process's own memory settles over a longer time. @param {Memory} memory */
function heldInPage({ growth }) {
  return growth.filter(({ what }) => what in heldNames && what !== 'window');
}

/**
 * @param {readonly Milestones[]} starts
 * @param {string} stage
 */
function startTimes(starts, stage) {
  return starts.map((times) => times[stage] ?? Number.NaN);
}

/** @param {readonly Inputs[]} inputs */
function allLatencies(inputs) {
  return inputs.flatMap(({ latencies }) => latencies);
}

/**
 * @param {readonly number[]} values
 * @param {number} part
 */
function share(values, part) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(2);
}

/** @param {number} value */
function whole(value) {
  return value.toFixed(0);
}
