import { Option } from 'commander';
import { numberWithin, stepsSchema } from './numberOption';

/** Options that several commands have. */

export function fitOption(): Option {
  return new Option('--fit', 'make the network take the dataset’s images and tell its classes apart').default(
    false,
  );
}

export function setOption(): Option {
  return new Option(
    '--set <name=value>',
    'a setting of the template, once for each; “templates --json” lists them',
  )
    .default([], 'the template’s own')
    .argParser<readonly string[]>((word, before) => [...before, word]);
}

export function stepsOption(): Option {
  return new Option('--steps <number>', 'end after this many steps').argParser(numberWithin(stepsSchema));
}

export function checkpointOption(): Option {
  return new Option(
    '--checkpoint-every <steps>',
    'save a checkpoint after so many steps too, not only at the end of an epoch and each half minute',
  ).argParser(numberWithin(stepsSchema));
}

export function jsonOption(): Option {
  return new Option('--json', 'print nothing but JSON on standard output').default(false);
}
