import { App, Button, Form, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckRules, Grace } from '#shared/people/checking'
import { useSession } from '../../app/book'
import { useWhyNot } from '../../app/roles'
import { useAct } from '../../app/useAct'
import { NumberInput } from '../../components/NumberInput'

type RulesProps = { rules: CheckRules; grace: Grace | undefined; autoLock: number; onChanged: () => void }
type Values = { checking: boolean; graceDays: number; autoLock: number }

/** 录入 ≠ 复核, the offline limit and the lock by itself, each as the enterprise wants it. */
export function Rules({ rules, grace, autoLock, onChanged }: RulesProps) {
  const { t } = useTranslation('people')
  const { entry, port } = useSession()
  const { refuse } = useAct()
  const { message } = App.useApp()
  const refused = useWhyNot()('manage')
  const [busy, setBusy] = useState(false)
  const save = async ({ checking, graceDays, autoLock: minutes }: Values) => {
    setBusy(true)
    try {
      if (checking !== rules.checking || graceDays !== rules.graceDays)
        await port.setCheckRules({ checking, graceDays }, t('rules'))
      if (minutes !== autoLock) {
        await port.notePeople('lock', '', String(minutes))
        await window.yiguan.invoke('vault.setAutoLock', entry.id, minutes)
      }
      void message.success(t('saved'))
      onChanged()
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="face-card people-rules" aria-label={t('rules')}>
      <h2>{t('rules')}</h2>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        disabled={refused !== undefined}
        initialValues={{ checking: rules.checking, graceDays: rules.graceDays, autoLock }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item
          name="checking"
          label={t('checking')}
          valuePropName="checked"
          extra={t('checkingWhat')}
          data-help="people.checking"
        >
          <Switch />
        </Form.Item>
        <Form.Item name="graceDays" label={t('grace')} extra={t('graceWhat')} data-help="people.grace">
          <NumberInput min={0} max={365} precision={0} suffix={t('days')} />
        </Form.Item>
        {grace && <p className="face-note">{graceLine(t, grace)}</p>}
        <Form.Item name="autoLock" label={t('autoLock')} extra={t('autoLockWhat')} data-help="people.lock">
          <NumberInput min={0} max={240} precision={0} suffix={t('minutes')} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy} title={refused}>
          {t('safety:save')}
        </Button>
      </Form>
      {refused && <p className="face-note">{refused}</p>}
    </section>
  )
}

const graceLine = (
  t: (key: 'graceLeft' | 'graceOver', values: Record<string, string | number>) => string,
  { daysLeft, lastContact }: Grace,
): string =>
  daysLeft < 0
    ? t('graceOver', { day: lastContact.slice(0, 10) })
    : t('graceLeft', { day: lastContact.slice(0, 10), n: daysLeft })
