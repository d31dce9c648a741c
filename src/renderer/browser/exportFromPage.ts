import { plainFileName } from '../../network/graph/projectFileName';
import { type ExportedFile, exportFormats } from '../../protocol/exportedFiles';
import type { AnswerOf } from '../../protocol/windowChannels';
import { download } from './fileInput';

/** Puts a table or a picture among the browser's downloads. */
export function exportFromPage({ suggestedName, format, content }: ExportedFile): AnswerOf<'exportFile'> {
  const name = `${plainFileName(suggestedName)}.${format}`;
  download(name, new Uint8Array(content), exportFormats[format].contentType);
  return { status: 'done', value: name };
}
