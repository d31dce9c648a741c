import type { z } from 'zod';
import { assertNever } from '../assertNever';
import type { LayerProblem } from '../layers/defineLayer';
import type { SyntaxFault } from './jsonSyntax';
import { projectLimits } from './projectSchema';

/** What a person is told of a file that can't be parsed. */
export function describeFault({ reason, line, column }: SyntaxFault): LayerProblem {
  const place = `line ${line}, column ${column}`;
  switch (reason) {
    case 'empty':
      return {
        message: 'The file is empty.',
        advice: 'Choose another file, or restore this one from a backup.',
      };
    case 'end':
      return {
        message: `The file ends too early, at ${place}: part of it is missing.`,
        advice: 'It was cut off while it was saved or copied: copy it again, or restore it from a backup.',
      };
    case 'depth':
      return {
        message: `The file is nested more than ${projectLimits.fileDepth} levels deep (${place}), which no project is.`,
        advice: 'Choose a file that was saved by Layerwise.',
      };
    case 'width':
      return {
        message: `One object of the file has more than ${projectLimits.objectKeys} settings (${place}), which no layer has.`,
        advice: 'Choose a file that was saved by Layerwise.',
      };
    case 'key':
      return {
        message: `The file has a setting named "__proto__" (${place}), which no project has.`,
        advice: 'Open it only if you trust who made it, after removing that setting.',
      };
    case 'syntax':
      return {
        message: `The file is not valid JSON from ${place} on, so it can't be read as a project.`,
        advice: 'Choose a file that was saved by Layerwise, or correct that place in a text editor.',
      };
    default:
      return assertNever(reason);
  }
}

/** What a person is told of the first thing that a schema objects to; `place` names the part of the project. */
export function describeMismatch(error: z.ZodError, place: string): LayerProblem {
  const [issue] = error.issues;
  const path = (issue?.path ?? []).map(String).join('.');
  const reason = reasonOf(issue).replace(/\.$/, '');
  return {
    message: `${path === '' ? place : `${place}, ${path}`}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`,
    advice: 'Correct that place in a text editor, or restore the file from a backup.',
  };
}

/** What a schema calls a type, as people know it from a file; all others keep their name. */
const typeNames: Readonly<Record<string, string>> = {
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
};

/** The schema's words, but for what is left out: a file has no "undefined". */
function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'invalid_type' && / undefined$/.test(issue.message))
    return `this is missing, and should be ${typeNames[issue.expected] ?? issue.expected}`;
  return issue?.message ?? 'something is missing';
}
