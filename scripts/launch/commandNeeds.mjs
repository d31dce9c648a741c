// @ts-check

const computingCommands = new Set([
  'train',
  'twin',
  'probe',
  'resume',
  'replay',
  'serve',
  'lab',
  'evaluate',
  'predict',
]);

/**
 * What a command line needs before it can run: training, asking and serving need TensorFlow, their help does not.
 *
 * @param {readonly string[]} parameters without Node and the program
 * @returns {{tensorFlow: boolean}}
 */
export function commandNeeds(parameters) {
  const command = parameters.find((parameter) => !parameter.startsWith('-'));
  const asksForHelp = parameters.some((parameter) => parameter === '--help' || parameter === '-h');
  const device = parameters[parameters.indexOf('--device') + 1];
  if (parameters.includes('--device=wasm') || device === 'wasm') return { tensorFlow: false };
  return { tensorFlow: computingCommands.has(command ?? '') && !asksForHelp };
}
