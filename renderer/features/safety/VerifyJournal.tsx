import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/book'
import { openRoom } from '../../app/navigation'
import { useSafety } from '../../app/safety/backups'
import { useAct } from '../../app/useAct'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import type { JournalVerdict, WitnessVerdict } from '../../data/port'

/** What the look at the start found, and the walk over the whole journal and every record, now. */
export function VerifyJournal() {
  const { t } = useTranslation('safety')
  const { port, entry } = useSession()
  const show = useText()
  const { refuse } = useAct()
  const end = useSafety(({ end }) => end)
  const [whole, setWhole] = useState<JournalVerdict>()
  const [witness, setWitness] = useState<WitnessVerdict>()
  const [busy, setBusy] = useState(false)
  const verify = async () => {
    setBusy(true)
    try {
      setWhole(await port.verifyJournal())
      setWitness(await port.verifyWitnessed(await window.yiguan.invoke('exchange.journal', entry.id)))
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="face-card" aria-label={t('verify.title')}>
      <h2>{t('verify.title')}</h2>
      <p className="face-note">{t('verify.what')}</p>
      {!whole && end && <Verdict verdict={end} good="verify.end" />}
      {whole && <Verdict verdict={whole} good="verify.holds" />}
      {witness?.ok === false && (
        <Alert
          type="error"
          showIcon
          data-testid="witness"
          title={show(witness.text)}
          description={t('verify.todo')}
        />
      )}
      {witness?.ok && witness.witnessed > 0 && (
        <Alert
          type="success"
          showIcon
          data-testid="witness"
          title={t('verify.witnessed', { n: witness.witnessed })}
        />
      )}
      <div className="face-tools">
        <Button
          icon={<SafetyCertificateOutlined />}
          loading={busy}
          data-help="safety.verify"
          onClick={() => void verify()}
        >
          {t('verify.button')}
        </Button>
        <Button type="link" onClick={() => openRoom('journal')}>
          {t('verify.open')}
        </Button>
      </div>
    </section>
  )
}

function Verdict({ verdict, good }: { verdict: JournalVerdict; good: 'verify.end' | 'verify.holds' }) {
  const { t } = useTranslation('safety')
  const show = useText()
  if (verdict.ok) {
    return (
      <Alert
        type="success"
        showIcon
        data-testid="journal-verdict"
        title={t(good, { n: groupDigits(String(verdict.entries)) })}
      />
    )
  }
  const { record, seq, text } = verdict
  const table = record && t(`table.${record.table}`, { defaultValue: record.table })
  return (
    <Alert
      type="error"
      showIcon
      data-testid="journal-verdict"
      title={
        record
          ? t('verify.record', { table, name: record.caption ?? record.id, seq })
          : t('verify.broken', { seq })
      }
      description={
        <>
          <div>{show(text)}</div>
          <div>{t('verify.todo')}</div>
        </>
      }
    />
  )
}
