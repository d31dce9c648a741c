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
    rounds: positive('--rounds', rounds, Number.isInteger),
    seconds: positive('--seconds', seconds, Number.isFinite),
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
 * @param {(value: number) => boolean} suits
 */
function positive(option, text, suits) {
  const value = Number(text);
  if (value > 0 && suits(value)) return value;
  const kind = suits === Number.isInteger ? 'a whole number' : 'a number';
  throw new Error(`${option} must be ${kind} above 0; got "${text}".`);
}
