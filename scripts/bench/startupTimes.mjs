// @ts-check
/**
 * Seconds of one run, by what was started.
 *
 * @typedef {Record<string, number>} Times
 * @typedef {{resnet20: Times, resnet152: Times, engine: Times}} Sample
 * @typedef {{name: string, seconds: number, bound: number | null}} StartupTime `bound` in seconds, null where none is set
 */

/** @type {readonly {name: string, bound: number | null, seconds: (sample: Sample) => number}[]} */
const quantities = [
  { name: 'ResNet-20: graph compiled and loaded', bound: 0.5, seconds: ({ resnet20 }) => graph(resnet20) },
  { name: 'ResNet-20: first weights drawn', bound: null, seconds: ({ resnet20 }) => of(resnet20, 'weights') },
  { name: 'ResNet-152: graph compiled and loaded', bound: 3, seconds: ({ resnet152 }) => graph(resnet152) },
  {
    name: 'ResNet-152: first weights drawn',
    bound: null,
    seconds: ({ resnet152 }) => of(resnet152, 'weights'),
  },
  { name: 'Engine started: ready', bound: null, seconds: ({ engine }) => of(engine, 'ready') },
  {
    name: 'Engine started: first step of LeNet-5',
    bound: 2,
    seconds: ({ engine }) => of(engine, 'firstStep'),
  },
];

/** @param {Times} times */
function graph(times) {
  return of(times, 'compile') + of(times, 'load');
}

/**
 * @param {Times} times
 * @param {string} name
 */
function of(times, name) {
  return times[name] ?? Number.NaN;
}

/**
 * The shortest time of each quantity over all runs: other work on the machine only ever lengthens one.
 *
 * @param {readonly Sample[]} samples
 * @returns {readonly StartupTime[]}
 */
export function bestTimes(samples) {
  return quantities.map(({ name, bound, seconds }) => ({
    name,
    seconds: Number(Math.min(...samples.map(seconds)).toFixed(3)),
    bound,
  }));
}

/**
 * @param {readonly StartupTime[]} times
 * @returns {readonly string[]} lines for a terminal
 */
export function timeTable(times) {
  return times.map(
    ({ name, seconds, bound }) =>
      `${name.padEnd(40)}${seconds.toFixed(2).padStart(6)} s${bound === null ? '' : `, bound ${bound} s`}`,
  );
}

/**
 * A sentence for each time that is over its bound, or was not measured.
 *
 * @param {readonly StartupTime[]} times
 * @returns {readonly string[]}
 */
export function lateness(times) {
  return times
    .filter(({ seconds, bound }) => bound !== null && !(seconds < bound))
    .map(({ name, seconds, bound }) => `${name} took ${seconds} s; it must take less than ${bound} s.`);
}
