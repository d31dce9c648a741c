import type { NetworkDocument } from '../../network/graph/document';
import { serialiseProject } from '../../network/graph/projectFile';
import { useNotice } from '../editor/noticeStore';
import { t } from '../language/t';
import { useProjectProblem } from '../project/projectProblem';
import type { CodeFormId } from './codeForms';

/** Saves all that it takes to train the network in a framework, and says where that was or why it could not be. */
export async function saveCodeProject(document: NetworkDocument, form: CodeFormId): Promise<void> {
  const request = { suggestedName: document.name.slice(0, 200), form, text: serialiseProject(document) };
  const answer = await window.layerwise.call('saveCodeProject', request);
  if (answer.status === 'failed')
    useProjectProblem.getState().show({ title: t`The project could not be saved`, ...answer.problem });
  if (answer.status === 'done')
    useNotice.getState().show({
      message: t`Saved the project to ${answer.value}.`,
      advice: t`Its README says how to train it.`,
    });
}
