import { InvalidArgumentError } from 'commander';
import { z } from 'zod';

/** A decimal number as people write it; not 0x10, Infinity, or an empty text. */
const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Reads an option's number and holds it to a schema; what is wrong goes to commander as a sentence. */
export function numberWithin(schema: z.ZodType<number>): (text: string) => number {
  return (text) => {
    if (!decimal.test(text.trim())) throw new InvalidArgumentError('It must be a number.');
    const result = schema.safeParse(Number(text));
    if (result.success) return result.data;
    throw new InvalidArgumentError(describeIssue(result.error.issues[0]));
  };
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'too_small')
    return `It must be ${issue.inclusive === false ? 'greater than' : 'at least'} ${issue.minimum}.`;
  if (issue?.code === 'too_big')
    return `It must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}.`;
  return issue?.code === 'invalid_type' && issue.expected === 'int'
    ? 'It must be a whole number.'
    : 'It must be a number.';
}

/** --steps is no setting of the network, so its limits are here. */
export const stepsSchema = z.int().min(1).max(1_000_000_000);

/** As in the settings of the update rules that have one. */
export const momentumSchema = z.number().min(0).lt(1);

export const portSchema = z.int().min(1).max(65_535);
