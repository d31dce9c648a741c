import { ScanEye } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { useRun } from '../training/runStore';
import { openUsing } from './openUsing';

/** From a run whose weights are on disk to the use of them. */
export function UseButton() {
  const folder = useRun(({ recorded }) =>
    recorded === null || recorded.step === 0 ? null : recorded.folder,
  );
  if (folder === null) return null;
  return (
    <Hint text={t`Evaluate it, and try it on images of your own`}>
      <FramedButton onClick={() => openUsing(folder)}>
        <ScanEye size={14} aria-hidden="true" />
        {t`Use`}
      </FramedButton>
    </Hint>
  );
}
