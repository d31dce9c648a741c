// @ts-check
import { parseArgs } from 'node:util';

/**
 * What `npm run bench` was asked for; throws a sentence where it can't be told.
 *
 * @param {readonly string[]} parameters
 */
export function benchOptions(parameters) {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      networks: { type: 'string' },
      who: { type: 'string' },
      rounds: { type: 'string', default: '6' },
      seconds: { type: 'string', default: '2' },
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const { networks, who, rounds, seconds, json, check, write } = values;
  return {
    networks: list(networks),
    who: list(who),
    rounds: wholeNumber('--rounds', rounds),
    seconds: positive('--seconds', seconds),
    json,
    check,
    write,
  };
}

/** @param {string | undefined} text names with commas between, or nothing for all */
function list(text) {
  return (
    text
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '') ?? null
  );
}

/**
 * @param {string} option
 * @param {string} text
 */
export function wholeNumber(option, text) {
  const value = Number(text);
  if (value > 0 && Number.isInteger(value)) return value;
  throw new Error(`${option} must be a whole number above 0; got "${text}".`);
}

/**
 * @param {string} option
 * @param {string} text
 */
function positive(option, text) {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new Error(`${option} must be a number above 0; got "${text}".`);
}
