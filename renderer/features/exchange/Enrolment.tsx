import { Input, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accountOf } from '#shared/ipc/exchange'
import { ActButton } from '../../app/ActButton'
import { useBook, useSession } from '../../app/book'
import { serviceStatus } from '../../app/exchange'
import { useText } from '../../components/text'
import { useActing } from './useActing'

/** A single window that does not know the key of this book yet takes it with the one-time code of its operator. */
export function Enrolment() {
  const { t } = useTranslation('queue')
  const show = useText()
  const port = useBook()
  const { entry, enterprise } = useSession()
  const [code, setCode] = useState('')
  const [refusal, setRefusal] = useState('')
  const { busy, act } = useActing()
  const enter = async () => {
    const { service } = await serviceStatus(entry.id)
    if (service === null || !enterprise) return
    const account = accountOf(service, enterprise.customsCode)
    const request = { account, enrolment: code.trim() }
    const outcome = await window.yiguan.invoke('exchange.signIn', entry.id, request)
    if (outcome.ok) {
      setRefusal('')
      return port.releaseHold('auth')
    }
    const { code: fault, message } = outcome.failure
    // The account was unknown before; what is new is that the code did not open it.
    setRefusal(fault === 'account-unknown' ? t('enrolment.wrong') : show(message))
    return undefined
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void act(enter)
      }}
    >
      <Space>
        <Input
          aria-label={t('enrolment.code')}
          placeholder={t('enrolment.code')}
          value={code}
          maxLength={64}
          onChange={(event) => setCode(event.target.value)}
        />
        <ActButton does="exchange.signIn" htmlType="submit" loading={busy} disabled={code.trim() === ''}>
          {t('enrolment.enter')}
        </ActButton>
      </Space>
      {refusal && <p role="alert">{refusal}</p>}
    </form>
  )
}
