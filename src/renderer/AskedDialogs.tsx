import { AboutDialog } from './about/AboutDialog';
import { ChainDialog } from './blocks/ChainDialog';
import { ConversionDialog } from './conversion/ConversionDialog';
import { DatasetDialog } from './data/DatasetDialog';
import { NetworkExportDialog } from './exporting/NetworkExportDialog';
import { HeadDialog } from './fineTuning/HeadDialog';
import { GlossaryDialog } from './glossary/GlossaryDialog';
import { ImportReportDialog } from './opening/ImportReportDialog';
import { ReportDialog } from './report/ReportDialog';
import { ShortcutSheet } from './shortcuts/ShortcutSheet';

/** Dialogs that open only when a person asks for something: none of them is there when the window opens. */
export function AskedDialogs() {
  return (
    <>
      <ImportReportDialog />
      <ConversionDialog />
      <ChainDialog />
      <HeadDialog />
      <NetworkExportDialog />
      <DatasetDialog />
      <ShortcutSheet />
      <GlossaryDialog />
      <ReportDialog />
      <AboutDialog />
    </>
  );
}
