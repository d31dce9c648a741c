import { AdviceError } from '../../engine/adviceError';
import { findTemplate } from '../../network/templates/templates';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { adviseTemplate } from '../openNetwork';
import { createWith } from '../templateSettings';
import { writeProject } from '../writeProject';

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
  writeProject(document, out, force);
  if (json) writeJson(io, { file: out, template: id });
  else writeLine(io.stdout, `Wrote ${template.name} to ${out}.`);
}
