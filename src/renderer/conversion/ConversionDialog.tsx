import { useMemo, useState } from 'react';
import { analyse } from '../../network/analysis/analyse';
import { applyEdit } from '../../network/graph/edits';
import type { Conversion } from '../../network/graph/shortcuts/conversion';
import { type UnitChoice, usualUnit } from '../../network/graph/shortcuts/residualUnits';
import { toResidual } from '../../network/graph/shortcuts/toResidual';
import { chooseSkipOption, useSkipOption } from '../canvas/skipping/skipOption';
import { Dialog, DialogButton } from '../controls/Dialog';
import { SegmentedControl } from '../controls/SegmentedControl';
import { useAnalysis, useDocument } from '../editor/editorStore';
import { FieldRow } from '../form/FieldRow';
import { formatCounted, formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { skipOptionSetting } from '../settings/groups/editing';
import { spokenOptions } from '../settings/spokenOptions';
import styles from './ConversionDialog.module.css';
import { convert, selectedLayers } from './conversionActions';
import { endConversion, useConversion } from './conversionStore';

/** Asks how a plain network becomes a residual one, and says beforehand what it comes to. */
export function ConversionDialog() {
  const asked = useConversion((state) => state.asked);
  return asked ? <OpenDialog /> : null;
}

function OpenDialog() {
  const network = useDocument();
  const analysis = useAnalysis();
  const option = useSkipOption();
  const [every, setEvery] = useState(() => String(usualUnit(network, analysis)));
  const [join, setJoin] = useState<UnitChoice['join']>('beforeActivation');
  const [selected] = useState(selectedLayers);
  const [scope, setScope] = useState<'selection' | 'network'>(
    selected === undefined ? 'network' : 'selection',
  );
  const selection = scope === 'selection' ? selected : undefined;
  const conversion = useMemo(
    () => toResidual(network, analysis, { every: Number(every), option, join, selection }),
    [network, analysis, every, option, join, selection],
  );
  const accept = () => {
    endConversion();
    convert(conversion);
  };
  return (
    <Dialog title={t`Convert to residual`} onClose={endConversion} wide>
      <div className={styles['form']}>
        <FieldRow label={t`Skip`} help={t`How many layers with a kernel each shortcut leads past.`}>
          <SegmentedControl
            label={t`Layers that each shortcut skips`}
            value={every}
            segments={unitSizes.map((size) => ({
              value: size,
              label: size === '1' ? '1 layer' : t`${size} layers`,
            }))}
            onChange={setEvery}
          />
        </FieldRow>
        <FieldRow
          label={t`Where shapes differ`}
          help={t`A drops pixels and adds channels of zeros, without parameters. B projects with a 1×1 convolution. C projects every shortcut.`}
        >
          <SegmentedControl
            label={t`Where shapes differ`}
            value={option}
            segments={spokenOptions(skipOptionSetting)}
            onChange={chooseSkipOption}
          />
        </FieldRow>
        <FieldRow
          label={t`Add`}
          help={t`Before the activation, as in the paper, the shortcut can take away as well as add; behind a ReLU the sum can only grow. Full pre-activation puts batch norm and activation behind the sum, into the next unit.`}
        >
          <SegmentedControl
            label={t`Where the shortcut is added`}
            value={join}
            segments={joins}
            onChange={setJoin}
          />
        </FieldRow>
        {selected !== undefined && (
          <FieldRow label={t`In`} help={t`Which layers are converted.`}>
            <SegmentedControl
              label={t`Which layers are converted`}
              value={scope}
              segments={[
                { value: 'selection', label: formatCounted(selected.size, 'selected layer') },
                { value: 'network', label: t`Whole network` },
              ]}
              onChange={setScope}
            />
          </FieldRow>
        )}
      </div>
      <Outcome conversion={conversion} />
      <footer>
        <DialogButton onClick={endConversion}>{t`Cancel`}</DialogButton>
        <DialogButton look="primary" onClick={accept} disabled={'problem' in conversion} firstChoice>
          {t`Convert`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}

const unitSizes = ['1', '2', '3', '4'] as const;

const joins = [
  { value: 'beforeActivation', label: 'Before the ReLU' },
  { value: 'afterActivation', label: 'After the ReLU' },
  { value: 'preActivation', label: 'Pre-activation' },
] as const;

/** What converting would come to. */
function Outcome({ conversion }: { conversion: Conversion }) {
  const network = useDocument();
  const { totals } = useAnalysis();
  const parameters = useMemo(
    () =>
      'problem' in conversion
        ? totals.trainable
        : analyse(applyEdit(network, conversion.edit).document).totals.trainable,
    [network, totals, conversion],
  );
  if ('problem' in conversion)
    return (
      <p className={styles['outcome']} role="status" data-refused="true">
        <strong>{say(conversion.problem.message)}</strong> {say(conversion.problem.advice)}
      </p>
    );
  const added = parameters - totals.trainable;
  return (
    <p className={styles['outcome']} role="status">
      <strong>{formatCounted(conversion.shortcuts, 'shortcut')}</strong>
      {conversion.projected > 0 &&
        t`, ${formatInteger(conversion.projected)} of them through layers of their own`}
      {'. '}
      {added === 0
        ? t`No parameters are added.`
        : t`+${formatInteger(added)} parameters: ${formatInteger(parameters)} in all.`}
    </p>
  );
}
