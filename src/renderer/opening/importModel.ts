import { parseProject } from '../../network/graph/projectFile';
import { t } from '../language/t';
import { type ProjectProblem, useProjectProblem } from '../project/projectProblem';
import { openUnsavedInTab } from '../tabs/openInTab';
import { useImport } from './importStore';

/** Makes a project of the model that was chosen, and says what was read of it. Whatever fails leaves the canvas as it is. */
export async function importModel(name: string): Promise<void> {
  const { begin, tell, end } = useImport.getState();
  begin(name);
  const unsubscribe = window.layerwise.onImportProgress(tell);
  const answer = await window.layerwise.call('importModel', undefined).finally(unsubscribe);
  end(null);
  if (answer.status === 'stopped') return;
  if (answer.status === 'refused') return refuse(answer.problem);
  const { text, report } = answer.imported;
  const result = parseProject(text);
  if ('problem' in result) return refuse(result.problem);
  openUnsavedInTab(result.document);
  end(report);
}

/** Gives the import under way up. */
export function stopImport(): void {
  void window.layerwise.call('stopImport', undefined);
}

function refuse(problem: Omit<ProjectProblem, 'title'>): void {
  useProjectProblem.getState().show({ title: t`The model could not be imported`, ...problem });
}
