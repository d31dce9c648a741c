import { ArrowDownWideNarrow } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { costTable } from '../../network/analysis/costTable';
import chart from '../charts/Chart.module.css';
import { ToolButton } from '../controls/ToolButton';
import { useEditor } from '../editor/editorStore';
import { t } from '../language/t';
import { CostHeadline } from './CostHeadline';
import { CostTable } from './CostTable';
import { type CostOrder, sortCosts } from './costColumns';
import { ExportTableMenu } from './ExportTableMenu';

/** What each layer costs, with a bar that shows where most of it goes. */
export function CostTab() {
  // Typing must not wait for a table of five hundred rows; document and analysis stay those of one state.
  const state = useDeferredValue(useEditor((editor) => editor.history));
  const analysis = useDeferredValue(useEditor((editor) => editor.analysis));
  const [order, setOrder] = useState<CostOrder>('depth');
  const { document } = state;
  const rows = useMemo(() => costTable(document, analysis), [document, analysis]);
  const sorted = useMemo(() => sortCosts(rows, order), [rows, order]);
  return (
    <>
      <div className={chart['headline']}>
        <CostHeadline analysis={analysis} training={document.training} />
        <div className={chart['tools']}>
          {order !== 'depth' && (
            <ToolButton onClick={() => setOrder('depth')}>
              <ArrowDownWideNarrow size={15} aria-hidden="true" />
              {t`In the network’s order`}
            </ToolButton>
          )}
          <ExportTableMenu rows={rows} name={document.name} totals={analysis.totals} />
        </div>
      </div>
      <CostTable rows={sorted} totals={analysis.totals} order={order} onOrder={setOrder} />
    </>
  );
}
