// @ts-check
/**
 * What a command line needs before it can run: only training needs TensorFlow, and its help does not.
 *
 * @param {readonly string[]} parameters without Node and the program
 * @returns {{tensorFlow: boolean}}
 */
export function commandNeeds(parameters) {
  const command = parameters.find((parameter) => !parameter.startsWith('-'));
  const asksForHelp = parameters.some((parameter) => parameter === '--help' || parameter === '-h');
  return { tensorFlow: command === 'train' && !asksForHelp };
}
