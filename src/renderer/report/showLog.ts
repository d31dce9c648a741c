import type { AnswerOf, RequestOf } from '../../protocol/windowChannels';
import { useNotice } from '../editor/noticeStore';

/** Opens the log, or its folder, with the system's own program. */
export async function showLog(what: RequestOf<'showLog'>['what']): Promise<void> {
  tell(await window.layerwise.call('showLog', { what }));
}

/** Opens the licences of what the application carries. */
export async function showLicences(): Promise<void> {
  tell(await window.layerwise.call('showLicences', undefined));
}

function tell(answer: AnswerOf<'showLog'>): void {
  if (answer.status === 'failed') useNotice.getState().show(answer.problem, true);
}
