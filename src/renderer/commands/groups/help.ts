import { Bug, FileText, FolderOpen, Info, Scale } from 'lucide-react';
import { useAbout } from '../../about/aboutStore';
import { t } from '../../language/t';
import { useReport } from '../../report/reportStore';
import { showLicences, showLog } from '../../report/showLog';
import type { CommandGroup } from '../command';

export const help: CommandGroup = {
  id: 'help',
  label: () => t`Help`,
  commands: [
    {
      id: 'help.report',
      label: () => t`Report a problem…`,
      words: () => t`bug crash fault support`,
      scope: 'window',
      icon: Bug,
      perform: () => void useReport.getState().show(),
    },
    {
      id: 'help.logFile',
      label: () => t`Show the log`,
      scope: 'window',
      icon: FileText,
      obstacle: notInBrowser,
      perform: () => void showLog('file'),
    },
    {
      id: 'help.logFolder',
      label: () => t`Open the folder of the log`,
      scope: 'window',
      icon: FolderOpen,
      obstacle: notInBrowser,
      perform: () => void showLog('folder'),
    },
    {
      id: 'help.licences',
      label: () => t`Licences of what Layerwise carries`,
      scope: 'window',
      icon: Scale,
      obstacle: notInBrowser,
      perform: () => void showLicences(),
    },
    {
      id: 'help.about',
      label: () => t`About Layerwise`,
      words: () => t`version`,
      scope: 'window',
      icon: Info,
      perform: () => void useAbout.getState().show(),
    },
  ],
};

function notInBrowser(): string | null {
  return window.layerwise.inBrowser
    ? t`A page in a browser has none. They lie with the Layerwise that serves it.`
    : null;
}
