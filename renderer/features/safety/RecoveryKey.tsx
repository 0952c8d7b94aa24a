import { Alert, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/book'
import { describeFailure, type Failure } from '../../components/failure'
import { useText } from '../../components/text'
import { ShownKey } from './ShownKey'

/** A new recovery key, shown this once. The dialog closes when it was said to be on paper. */
export function RecoveryKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('safety')
  const show = useText()
  const { entry, port } = useSession()
  const [form] = Form.useForm<{ present: string }>()
  const [key, setKey] = useState<{ value: string; at: string }>()
  const [isWritten, setWritten] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const make = async ({ present }: { present: string }) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await port.notePeople('recovery', entry.label, '')
      const value = await window.yiguan.invoke('vault.makeRecoveryKey', entry.id, present)
      setKey({ value, at: new Date().toISOString() })
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
      title={t('keys.make')}
      okText={t(key ? 'close' : 'keys.makeNow')}
      okButtonProps={{ loading: busy, disabled: key !== undefined && !isWritten }}
      cancelButtonProps={{ style: key && { display: 'none' } }}
      closable={!key}
      mask={{ closable: !key }}
      keyboard={!key}
      onOk={() => (key ? onClose() : form.submit())}
      onCancel={onClose}
      destroyOnHidden
    >
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
      {!key && (
        <>
          <p>{t('keys.makeWhat')}</p>
          <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void make(values)}>
            <Form.Item
              name="present"
              label={t('keys.present')}
              rules={[{ required: true, message: t('keys.presentNeeded') }]}
            >
              <Input.Password autoFocus autoComplete="off" onPressEnter={() => form.submit()} />
            </Form.Item>
          </Form>
        </>
      )}
      {key && <ShownKey value={key.value} at={key.at} isWritten={isWritten} onWritten={setWritten} />}
    </Modal>
  )
}
