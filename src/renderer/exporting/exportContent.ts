import type { ExportFormat } from '../../protocol/exportedFiles';
import { useNotice } from '../editor/noticeStore';
import { t } from '../language/t';
import { useProjectProblem } from '../project/projectProblem';

/** Saves a table or a picture where the person wants it, and says where that was or why it could not be. */
export async function exportContent(
  suggestedName: string,
  format: ExportFormat,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const answer = await window.layerwise.call('exportFile', { suggestedName, format, content: bytes });
  if (answer.status === 'failed')
    useProjectProblem.getState().show({ title: t`The file could not be exported`, ...answer.problem });
  if (answer.status === 'done')
    useNotice.getState().show({
      message: t`Exported to ${answer.value}.`,
      advice: window.layerwise.inBrowser ? t`It is among the browser’s downloads.` : '',
    });
}
