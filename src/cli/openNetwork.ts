import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AdviceError } from '../engine/adviceError';
import { withAbsoluteWeights } from '../engine/projectWeights';
import type { NetworkDocument } from '../network/graph/document';
import { parseProject } from '../network/graph/projectFile';
import { projectLimits } from '../network/graph/projectSchema';
import { findTemplate, templates } from '../network/templates/templates';
import { nearestWord } from './nearestWord';
import { createWith } from './templateSettings';

/**
 * The network of a template with these settings (`name=value`), or of a project file. Throws an AdviceError where it
 * is neither, or the settings don't fit.
 */
export function openNetwork(source: string, settings: readonly string[] = []): NetworkDocument {
  const template = findTemplate(source);
  if (template !== undefined) return createWith(template, settings);
  if (settings.length > 0)
    throw new AdviceError(
      `--set has no meaning for ${source}, which is no template.`,
      `${adviseTemplate(source)} A project keeps its settings: change them in the window, or leave --set out.`,
    );
  const result = parseProject(readText(source));
  if ('problem' in result)
    throw new AdviceError(`${source}: ${result.problem.message}`, result.problem.advice);
  return withAbsoluteWeights(result.document, dirname(resolve(source)));
}

/** What to say of a word that should have been a template's id. */
export function adviseTemplate(word: string): string {
  const ids = templates.map(({ id }) => id);
  const nearest = nearestWord(word, ids);
  return nearest === null ? `The templates are: ${ids.join(', ')}.` : `Did you mean ${nearest}?`;
}

function readText(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT')
      throw new AdviceError(
        `There is neither a template nor a file "${path}".`,
        `${adviseTemplate(path)} Or name a .layerwise file.`,
      );
    throw unreadable(path, cause);
  }
  try {
    const state = fstatSync(file);
    if (!state.isFile())
      throw new AdviceError(`${path} is not a file.`, 'Name a .layerwise file, or a template.');
    // The size is asked of the open file, so that it can't be exchanged in between; nothing too large is read.
    if (state.size > projectLimits.fileBytes)
      throw new AdviceError(
        `${path} has ${(state.size / 1024 ** 2).toFixed(1)} MiB; a project has ${projectLimits.fileBytes / 1024 ** 2} MiB at most.`,
        'Name a project file: weights and data are kept in files of their own.',
      );
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw cause instanceof AdviceError ? cause : unreadable(path, cause);
  } finally {
    closeSync(file);
  }
}

function unreadable(path: string, cause: unknown): AdviceError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AdviceError(`${path} can't be read: ${reason}.`, 'Check that it may be read.', { cause });
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
