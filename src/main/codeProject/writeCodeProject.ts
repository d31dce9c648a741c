import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AdviceError } from '../../engine/adviceError';
import { exportSource } from '../../engine/exporting/exportSource';
import { kerasForm } from '../../engine/exporting/kerasForm';
import { pytorchForm } from '../../engine/exporting/pytorchForm';
import { parseProject } from '../../network/graph/projectFile';
import type { RequestOf } from '../../protocol/windowChannels';

/** A project that is to be written, and where. */
export interface CodeProjectOrder extends Pick<RequestOf<'saveCodeProject'>, 'form' | 'text'> {
  readonly folder: string;
  /** Where runs are kept, whose weights a project may begin with. */
  readonly runsFolder: string;
}

const forms = { keras: kerasForm, pytorch: pytorchForm };

/**
 * Writes a project that trains a network outside of Layerwise, with its first weights, into a folder, which is made
 * where it isn't there. Throws an AdviceError where the network doesn't train or the folder holds such files already,
 * and what the file system says.
 */
export async function writeCodeProject({ form, text, folder, runsFolder }: CodeProjectOrder): Promise<void> {
  const project = parseProject(text);
  if ('problem' in project) throw new AdviceError(project.problem.message, project.problem.advice);
  const files = await forms[form].files(exportSource(project.document, undefined, runsFolder));
  const held = [...files.keys()].find((name) => existsSync(join(folder, name)));
  if (held !== undefined)
    throw new AdviceError(
      `${folder} holds a ${held} already.`,
      'Choose a new folder, or move what is in it out of the way.',
    );
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) await writeFile(join(folder, name), content, { flag: 'wx' });
}
