import { writeFileSync } from 'node:fs';
import { AdviceError } from '../../engine/adviceError';
import { serialiseProject } from '../../network/graph/projectFile';
import { findTemplate } from '../../network/templates/templates';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { adviseTemplate } from '../openNetwork';
import { createWith } from '../templateSettings';

export interface NewOptions {
  readonly out: string;
  readonly force: boolean;
  readonly set: readonly string[];
  readonly json: boolean;
}

/** `layerwise new`: writes a template as a project file. */
export function newProject(id: string, { out, force, set, json }: NewOptions, io: CommandIo): void {
  const template = findTemplate(id);
  if (template === undefined) throw new AdviceError(`There is no template "${id}".`, adviseTemplate(id));
  const document = createWith(template, set);
  try {
    writeFileSync(out, serialiseProject(document), { flag: force ? 'w' : 'wx' });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (code === 'EEXIST')
      throw new AdviceError(`${out} exists already.`, 'Name another file, or add --force to replace it.');
    if (code === 'ENOENT')
      throw new AdviceError(`The folder of ${out} does not exist.`, 'Create it, or name another place.');
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AdviceError(
      `${out} can't be written: ${reason}.`,
      'Check that its folder exists and may be written to.',
      { cause },
    );
  }
  if (json) writeJson(io, { file: out, template: id });
  else writeLine(io.stdout, `Wrote ${template.name} to ${out}.`);
}
