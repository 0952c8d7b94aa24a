import { SearchOutlined } from '@ant-design/icons'
import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accountOf } from '#shared/ipc/exchange'
import type { Text } from '#shared/model/text'
import { VerificationKind, type Verification } from '#shared/protocol/api'
import { useSession } from '../../app/book'
import { serviceStatus } from '../../app/exchange'
import { describeFailure } from '../../components/failure'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'

type Answer = { found: Verification } | { refused: { text: Text; fix?: Text } } | 'unconfigured'

/** 核验查询: what the single window of this book knows under a number, as it says it. Nothing is stored. */
export function LookUp() {
  const { t } = useTranslation('network')
  const { entry, enterprise } = useSession()
  const [kind, setKind] = useState<VerificationKind>('enterprise')
  const [key, setKey] = useState('')
  const [answer, setAnswer] = useState<Answer>()
  const [busy, setBusy] = useState(false)

  const ask = async (): Promise<Answer> => {
    const { service } = await serviceStatus(entry.id)
    if (service === null || !enterprise) return 'unconfigured'
    const account = accountOf(service, enterprise.customsCode)
    const outcome = await window.yiguan.invoke('reference.lookUp', entry.id, {
      account,
      kind,
      key: key.trim(),
    })
    if (outcome.ok) return { found: outcome.value }
    return { refused: { text: outcome.failure.message, fix: outcome.failure.fix } }
  }
  const look = async () => {
    setBusy(true)
    setAnswer(await ask().catch((error: unknown): Answer => ({ refused: describeFailure(error) })))
    setBusy(false)
  }
  return (
    <section className="network-part" aria-label={t('lookUp.title')} data-help="network.lookUp">
      <h2>{t('lookUp.title')}</h2>
      <p className="network-hint">{t('lookUp.what')}</p>
      <form
        className="network-row"
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        <Select<VerificationKind>
          aria-label={t('lookUp.kind')}
          className="network-kind"
          value={kind}
          onChange={(next) => {
            setKind(next)
            setAnswer(undefined)
          }}
          options={VerificationKind.options.map((value) => ({ value, label: t(`lookUp.kinds.${value}`) }))}
        />
        <Input
          aria-label={t('lookUp.key')}
          placeholder={t(`lookUp.keys.${kind}`)}
          maxLength={64}
          value={key}
          onChange={({ target }) => setKey(target.value)}
        />
        <Button htmlType="submit" icon={<SearchOutlined />} loading={busy} disabled={key.trim() === ''}>
          {t('lookUp.ask')}
        </Button>
      </form>
      {answer && <Said answer={answer} />}
    </section>
  )
}

function Said({ answer }: { answer: Answer }) {
  const { t } = useTranslation('network')
  const show = useText()
  if (answer === 'unconfigured') return <Alert type="info" showIcon title={t('lookUp.unconfigured')} />
  if ('found' in answer) return <Known said={answer.found} />
  const { text, fix } = answer.refused
  return <Alert type="error" showIcon title={show(text)} description={fix && show(fix)} />
}

/** Facts under the labels the service gave them. */
function Known({ said: { key, found, facts, checkedAt } }: { said: Verification }) {
  const { t } = useTranslation('network')
  const show = useText()
  const time = showTime(checkedAt)
  if (!found) return <Alert type="info" showIcon title={t('lookUp.nothing', { key, time })} />
  return (
    <>
      <dl className="network-facts">
        {facts.map(({ field, label, value }) => (
          <div key={field}>
            <dt>{show(label)}</dt>
            <dd>{field === 'updatedAt' ? showTime(value) : value}</dd>
          </div>
        ))}
      </dl>
      <p className="network-hint">{t('lookUp.at', { time })}</p>
    </>
  )
}
