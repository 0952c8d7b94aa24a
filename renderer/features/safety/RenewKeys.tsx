import { Alert, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Renewed } from '#shared/ipc/vault'
import { lockBook, useSession } from '../../app/book'
import { describeFailure, type Failure } from '../../components/failure'
import { listed, useText } from '../../components/text'
import { ShownKey } from './ShownKey'

const reasons = ['officer', 'exposed', 'routine'] as const
type Values = { reason: (typeof reasons)[number]; present: string }

/** New data keys with a new recovery key; when that is on paper the window locks, and the next unlock begins with them. */
export function RenewKeys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('safety')
  const show = useText()
  const { entry, port } = useSession()
  const [form] = Form.useForm<Values>()
  const [renewed, setRenewed] = useState<Renewed & { at: string }>()
  const [isWritten, setWritten] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const renew = async ({ reason, present }: Values) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const why = t(`keys.reasons.${reason}`)
      await port.notePeople('keys', why, why)
      const made = await window.yiguan.invoke('vault.renewKeys', entry.id, present)
      setRenewed({ ...made, at: new Date().toISOString() })
    } catch (error) {
      setFailure(describeFailure(error))
      await port.notePeople('refused', '', '').catch(() => undefined)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('keys.renew')}
      okText={t(renewed ? 'keys.lockNow' : 'keys.renewNow')}
      okButtonProps={{ loading: busy, disabled: renewed !== undefined && !isWritten }}
      cancelButtonProps={{ style: renewed && { display: 'none' } }}
      closable={!renewed}
      mask={{ closable: !renewed }}
      keyboard={!renewed}
      onOk={() => (renewed ? void lockBook() : form.submit())}
      onCancel={onClose}
      destroyOnHidden
    >
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
      {renewed ? (
        <>
          {renewed.without.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={t('keys.without', { names: show(listed(renewed.without)) })}
            />
          )}
          <ShownKey
            value={renewed.recoveryKey}
            at={renewed.at}
            isWritten={isWritten}
            onWritten={setWritten}
          />
        </>
      ) : (
        <>
          <p>{t('keys.renewWhat')}</p>
          <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void renew(values)}>
            <Form.Item
              name="reason"
              label={t('keys.reason')}
              rules={[{ required: true, message: t('keys.reasonNeeded') }]}
            >
              <Select
                autoFocus
                options={reasons.map((value) => ({ value, label: t(`keys.reasons.${value}`) }))}
              />
            </Form.Item>
            <Form.Item
              name="present"
              label={t('keys.present')}
              rules={[{ required: true, message: t('keys.presentNeeded') }]}
            >
              <Input.Password autoComplete="off" onPressEnter={() => form.submit()} />
            </Form.Item>
          </Form>
        </>
      )}
    </Modal>
  )
}
