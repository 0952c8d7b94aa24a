import { PrinterOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/book'
import { describeFailure, type Failure } from '../../components/failure'
import { useText } from '../../components/text'
import { RecoverySheet } from './RecoverySheet'

/** A new recovery key, shown this once. The dialog closes when it was said to be on paper. */
export function RecoveryKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('safety')
  const show = useText()
  const { entry } = useSession()
  const [form] = Form.useForm<{ present: string }>()
  const [key, setKey] = useState<{ value: string; at: string }>()
  const [isWritten, setWritten] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const make = async ({ present }: { present: string }) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const value = await window.yiguan.invoke('vault.makeRecoveryKey', entry.id, present)
      setKey({ value, at: new Date().toISOString() })
    } catch (error) {
      setFailure(describeFailure(error))
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
      cancelButtonProps={{ hidden: key !== undefined }}
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
      {key && (
        <>
          <p>{t('keys.shown')}</p>
          <output className="recovery-key" data-testid="recovery-key">
            {key.value}
          </output>
          <div className="face-tools">
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              {t('keys.print')}
            </Button>
          </div>
          <RecoverySheet value={key.value} at={key.at} />
          <Checkbox checked={isWritten} onChange={(event) => setWritten(event.target.checked)}>
            {t('keys.written')}
          </Checkbox>
        </>
      )}
    </Modal>
  )
}
