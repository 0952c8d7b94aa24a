import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { describeFailure, type Failure } from '../../components/failure'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import type { JournalVerdict } from '../../data/port'

/** Walk the whole chain of the journal and say in words whether it holds. */
export function VerifyChain() {
  const { t } = useTranslation('journal')
  const show = useText()
  const port = useBook()
  const [busy, setBusy] = useState(false)
  const [verdict, setVerdict] = useState<JournalVerdict>()
  const [failure, setFailure] = useState<Failure>()
  const verify = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      setVerdict(await port.verifyJournal())
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button
        icon={<SafetyCertificateOutlined />}
        loading={busy}
        data-help="journal.verify"
        onClick={() => void verify()}
      >
        {t('verify.button')}
      </Button>
      {verdict?.ok && (
        <Alert
          type="success"
          showIcon
          data-testid="journal-verdict"
          title={t('verify.holds', { number: groupDigits(String(verdict.entries)) })}
        />
      )}
      {verdict?.ok === false && (
        <Alert
          type="error"
          showIcon
          data-testid="journal-verdict"
          title={t('verify.broken', { seq: verdict.seq })}
          description={show(verdict.text)}
        />
      )}
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
    </>
  )
}
