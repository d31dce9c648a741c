import { Copy, Download, FolderDown, Image, Package } from 'lucide-react';
import { costTable } from '../../../network/analysis/costTable';
import { codeText } from '../../../network/code/codeLines';
import { type ExportFormId, exportFormIdSchema } from '../../../protocol/exportMessages';
import { useCodeForm } from '../../code/codeFormStore';
import { type CodeFormId, codeForms } from '../../code/codeForms';
import { saveCodeProject } from '../../code/saveCodeProject';
import { copyCostTable, saveCostTable } from '../../costs/costExports';
import { useDock } from '../../dock/dockStore';
import { useEditor } from '../../editor/editorStore';
import { copyText } from '../../exporting/copyText';
import { exportContent } from '../../exporting/exportContent';
import { offeredForms } from '../../exporting/exportForms';
import { exportPicture } from '../../exporting/exportPicture';
import { useNetworkExport } from '../../exporting/networkExport';
import { type FigureForm, figureForms } from '../../figures/figureForms';
import { openExportMenu, shownCharts } from '../../figures/shownCharts';
import { t } from '../../language/t';
import { trainObstacle } from '../../training/trainReadiness';
import type { Command, CommandGroup } from '../command';
import { emptyNetwork, firstOf } from '../obstacles';

export const exporting: CommandGroup = {
  id: 'export',
  label: () => t`Export`,
  commands: [
    {
      id: 'export.pictureSvg',
      label: () => t`Export picture as SVG…`,
      icon: Image,
      obstacle: emptyNetwork,
      perform: () => void exportPicture('svg'),
    },
    {
      id: 'export.picturePng',
      label: () => t`Export picture as PNG…`,
      icon: Image,
      obstacle: emptyNetwork,
      perform: () => void exportPicture('png'),
    },
    ...exportFormIdSchema.options.map(modelCommand),
    ...codeCommands('pytorch', 'Pytorch'),
    ...codeCommands('keras', 'Keras'),
    {
      id: 'export.costsCsv',
      label: () => t`Save layers and costs as CSV…`,
      icon: Download,
      obstacle: emptyNetwork,
      perform: () => void saveCostTable('csv', ...costsNow()),
    },
    {
      id: 'export.costsMarkdown',
      label: () => t`Save layers and costs as Markdown…`,
      icon: Download,
      obstacle: emptyNetwork,
      perform: () => void saveCostTable('md', ...costsNow()),
    },
    {
      id: 'export.copyCosts',
      label: () => t`Copy layers and costs as Markdown`,
      icon: Copy,
      obstacle: emptyNetwork,
      perform: () => void copyCostTable(...costsNow()),
    },
    {
      id: 'export.chart.menu',
      label: () => t`Export chart…`,
      icon: Download,
      scope: 'window',
      words: () => 'SVG PNG CSV',
      obstacle: noChart,
      perform: () => void openExportMenu(),
    },
    chartCommand('svg', () => t`Export the chart that is shown as SVG…`),
    chartCommand('png', () => t`Export the chart that is shown as PNG…`),
    chartCommand('csv', () => t`Export the numbers of the chart that is shown as CSV…`),
  ],
};

/** `keras-file` is `export.model.kerasFile`. */
function modelCommand(form: ExportFormId): Command {
  const offered = () => offeredForms().find(({ id }) => id === form);
  return {
    id: `export.model.${form.replace(/-(.)/, (_, letter: string) => letter.toUpperCase())}`,
    label: () => t`Export with weights: ${offered()?.label ?? form}…`,
    icon: Package,
    words: () => offered()?.holds ?? '',
    obstacle: firstOf(emptyNetwork, trainObstacle),
    perform: () => {
      const chosen = offered();
      if (chosen !== undefined) useNetworkExport.getState().open(chosen);
    },
  };
}

function codeCommands(form: CodeFormId, suffix: string): readonly Command[] {
  const { label } = codeForms[form];
  return [
    {
      id: `export.show${suffix}`,
      label: () => t`Show the code for ${label}`,
      perform: () => {
        useCodeForm.getState().choose(form);
        useDock.getState().showTab('code');
      },
    },
    {
      id: `export.save${suffix}`,
      label: () => t`Save as a ${label} program…`,
      icon: Download,
      obstacle: noProgram,
      perform: () => void exportContent(useEditor.getState().history.document.name, 'py', program(form)),
    },
    {
      id: `export.copy${suffix}`,
      label: () => t`Copy as a ${label} program`,
      icon: Copy,
      obstacle: noProgram,
      perform: () => void copyText(t`the program`, program(form)),
    },
    {
      id: `export.saveProject${suffix}`,
      label: () => t`Save a ${label} project as a folder…`,
      icon: FolderDown,
      words: () => t`without weights`,
      obstacle: noProgram,
      perform: () => void saveCodeProject(useEditor.getState().history.document, form),
    },
  ];
}

function program(form: CodeFormId): string {
  const { history, analysis } = useEditor.getState();
  return codeText(codeForms[form].lines(history.document, analysis));
}

function noProgram(): string | null {
  return useEditor.getState().analysis.trains
    ? null
    : t`The network is written as a program once it can be trained.`;
}

function costsNow(): Parameters<typeof copyCostTable> {
  const { history, analysis } = useEditor.getState();
  return [history.document.name, costTable(history.document, analysis), analysis.totals];
}

function chartCommand(form: FigureForm, label: () => string): Command {
  return {
    id: `export.chart.${form}`,
    label,
    icon: Download,
    scope: 'window',
    obstacle: noChart,
    perform: () => {
      const [chart] = shownCharts();
      if (chart !== undefined) void figureForms[form](chart);
    },
  };
}

function noChart(): string | null {
  return shownCharts().length === 0
    ? t`No chart with measured values is shown. Train, and open its tab.`
    : null;
}
