import { Alert, App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/book'
import { NewPassword } from '../../app/unlock/NewPassword'
import { describeFailure, type Failure } from '../../components/failure'
import { useText } from '../../components/text'

type Values = { present: string; password: string }

/** Another password for the same keys; no record is sealed anew. */
export function ChangePassword({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('safety')
  const show = useText()
  const { entry, officerId } = useSession()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const change = async ({ present, password }: Values) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await window.yiguan.invoke('vault.changePassword', entry.id, officerId, present, password)
      void message.success(t('keys.changed'))
      onClose()
    } catch (error) {
      setFailure(describeFailure(error))
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('keys.password')}
      okText={t('save')}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{t('keys.passwordWhat')}</p>
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void change(values)}>
        <Form.Item
          name="present"
          label={t('keys.present')}
          rules={[{ required: true, message: t('keys.presentNeeded') }]}
        >
          <Input.Password autoFocus autoComplete="off" />
        </Form.Item>
        <NewPassword autoFocus={false} />
      </Form>
    </Modal>
  )
}
