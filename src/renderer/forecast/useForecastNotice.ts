import { useDocument } from '../editor/editorStore';
import { t } from '../language/t';
import type { EngineNoticeContent } from '../training/noticeContent';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { useForecast } from './useForecast';

/** Says before a run that it will not fit into memory, with the batch that would; null where it fits. */
export function useForecastNotice(): EngineNoticeContent | null {
  const shortage = useForecast()?.shortage ?? null;
  const underWay = useRun((state) => isUnderWay(state.status));
  const { name, training } = useDocument();
  if (shortage === null || underWay) return null;
  const { message, advice, remedy } = shortage;
  return {
    subject: t`${name} does not fit at batch ${training.batchSize}`,
    tone: 'warning',
    title: message,
    text: advice,
    details: '',
    action: remedy === null ? null : { type: 'edit', edit: remedy },
    dismissible: true,
  };
}
