import type { ReportPartId } from '../../protocol/problemReport';
import { t } from '../language/t';

/** What people read of the parts of a report. */
export const reportWords: Readonly<Record<ReportPartId, () => string>> = {
  problem: () => t`The last problem`,
  versions: () => t`Versions and system`,
  device: () => t`What trains, TensorFlow`,
  machine: () => t`Processor, GPU, driver`,
  settings: () => t`Settings`,
  log: () => t`The log’s last lines`,
  network: () => t`Structure of the open network`,
  run: () => t`The last run`,
};
