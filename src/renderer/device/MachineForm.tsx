import { useId, useState } from 'react';
import popover from '../controls/SettingsPopover.module.css';
import { FieldRow } from '../form/FieldRow';
import { rich } from '../language/rich';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import styles from './MachineForm.module.css';
import { useMachine } from './machineStore';

/** Where another machine is, and its token; and what came of asking it. */
export function MachineForm() {
  const { choice, asking, problem, certificate, connect, hideForm } = useMachine();
  const last = choice?.last ?? null;
  const [address, setAddress] = useState(last?.address ?? '');
  const [token, setToken] = useState('');
  const ids = { address: useId(), token: useId() };
  const tokenKnown = last?.tokenKnown === true && last.address === address.trim();
  const ask = (fingerprint: string | null) =>
    void connect({ address, token: token === '' && tokenKnown ? null : token, fingerprint });
  return (
    <form
      className={`${popover['section']} ${styles['form']}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!asking) ask(null);
      }}
    >
      <h3>{t`Another machine`}</h3>
      <p className={styles['hint']}>
        {rich`Run ${<code>layerwise serve</code>} there. Through ssh, run ${<code>ssh -L 8373:127.0.0.1:8373 MACHINE</code>} here and leave it open.`}
      </p>
      <FieldRow
        control={ids.address}
        label={t`Address`}
        help={t`As “layerwise serve” prints it: http://127.0.0.1:8373 through ssh, https:// with a certificate.`}
      >
        <input
          id={ids.address}
          className={styles['text']}
          value={address}
          placeholder="http://127.0.0.1:8373"
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setAddress(event.target.value)}
        />
      </FieldRow>
      <FieldRow
        control={ids.token}
        label={t`Token`}
        help={t`As “layerwise serve” prints it. Whoever has it can use that machine to train, and read its runs.`}
        note={
          choice?.keepsTokens === false
            ? t`This system has no keyring: the token is asked for again at the next start.`
            : null
        }
      >
        <input
          id={ids.token}
          className={styles['text']}
          type="password"
          value={token}
          placeholder={tokenKnown ? t`as before` : ''}
          autoComplete="off"
          onChange={(event) => setToken(event.target.value)}
        />
      </FieldRow>
      {problem !== null && (
        <p className={styles['problem']} role="alert">
          {say(problem.message)} <span>{say(problem.advice)}</span>
        </p>
      )}
      {certificate !== null && (
        <div className={styles['problem']} role="alert">
          {say(certificate.problem.message)} <span>{say(certificate.problem.advice)}</span>
          <code className={styles['fingerprint']}>{certificate.fingerprint}</code>
        </div>
      )}
      <div className={styles['buttons']}>
        <FramedButton onClick={hideForm}>{t`Cancel`}</FramedButton>
        {certificate === null ? (
          <button type="submit" className={styles['connect']} disabled={asking}>
            {asking ? t`Connecting…` : t`Connect`}
          </button>
        ) : (
          <button type="button" className={styles['connect']} onClick={() => ask(certificate.fingerprint)}>
            {t`It is the same: connect`}
          </button>
        )}
      </div>
    </form>
  );
}
