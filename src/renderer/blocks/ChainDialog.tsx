import { useMemo, useState } from 'react';
import { mostCopies } from '../../network/graph/blocks/chainBlock';
import { type ChainRule, chainRuleLabels, chainRules } from '../../network/graph/blocks/chainRules';
import type { Block } from '../../network/graph/document';
import { Dialog, DialogButton } from '../controls/Dialog';
import { SegmentedControl } from '../controls/SegmentedControl';
import { useAnalysis, useDocument, useEditor } from '../editor/editorStore';
import { FieldRow } from '../form/FieldRow';
import { TextBox } from '../form/TextBox';
import { useDraft } from '../form/useDraft';
import { parseInteger } from '../inspector/parseNumber';
import { t } from '../language/t';
import styles from './ChainDialog.module.css';
import { ChainPreview } from './ChainPreview';
import { endChain, useChain } from './chainStore';
import { planChain } from './plannedChain';

/** Asks how often a block follows itself and by which rule, and shows the shapes that it comes to. */
export function ChainDialog() {
  const id = useChain((state) => state.block);
  const block = useDocument().blocks.find((candidate) => candidate.id === id);
  return block === undefined ? null : <OpenDialog key={block.id} block={block} />;
}

const copiesLimits = { label: 'Copies', min: 1, max: mostCopies } as const;

function OpenDialog({ block }: { block: Block }) {
  const document = useDocument();
  const analysis = useAnalysis();
  const [copies, setCopies] = useState(2);
  const [rule, setRule] = useState<ChainRule>('stage');
  const draft = useDraft(String(copies), (text) => parseInteger(text, copiesLimits), String, setCopies);
  const planned = useMemo(
    () => planChain(document, analysis, block.id, { copies, rule }),
    [document, analysis, block.id, copies, rule],
  );
  const accept = () => {
    endChain();
    if ('problem' in planned) return;
    useEditor.getState().apply(planned.edit);
  };
  const step = (by: number) => setCopies(Math.min(copiesLimits.max, Math.max(copiesLimits.min, copies + by)));
  return (
    <Dialog title={t`Duplicate ${block.label} in a chain`} onClose={endChain} wide>
      <div className={styles['form']}>
        <FieldRow
          label={t`Copies`}
          help={t`How many copies follow the block. Each takes what the one before gives.`}
          control="chain-copies"
          problem={draft.problem}
        >
          <TextBox id="chain-copies" draft={draft} label={t`Copies`} onStep={step} onLeave={() => {}} />
        </FieldRow>
        <FieldRow label={t`Rule`} help={chainRuleLabels[rule].help} note={chainRuleLabels[rule].help}>
          <SegmentedControl
            label={t`Strides and channels`}
            value={rule}
            segments={chainRules.map((value) => ({ value, label: chainRuleLabels[value].label }))}
            onChange={setRule}
          />
        </FieldRow>
      </div>
      <ChainPreview planned={planned} />
      <footer>
        <DialogButton onClick={endChain}>{t`Cancel`}</DialogButton>
        <DialogButton
          look="primary"
          onClick={accept}
          disabled={'problem' in planned || draft.problem !== null}
          firstChoice
        >
          {t`Duplicate`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}
