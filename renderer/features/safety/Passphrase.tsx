import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/book'
import { refreshBackups } from '../../app/safety/backups'
import { useAct } from '../../app/useAct'

/** The passphrase of all backups from now on, typed twice; those written before keep theirs. */
export function Passphrase({ isSet, onClose }: { isSet: boolean; onClose: () => void }) {
  const { t } = useTranslation('safety')
  const session = useSession()
  const { refuse } = useAct()
  const [form] = Form.useForm<{ passphrase: string }>()
  const [busy, setBusy] = useState(false)
  const save = async ({ passphrase }: { passphrase: string }) => {
    setBusy(true)
    try {
      await window.yiguan.invoke('backup.setPassphrase', session.entry.id, passphrase)
      await refreshBackups(session)
      onClose()
    } catch (error) {
      refuse(error)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t(isSet ? 'passphraseChange' : 'passphraseSet')}
      okText={t('save')}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{t('passphraseWhat')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
        <Form.Item
          name="passphrase"
          label={t('passphrase')}
          rules={[{ required: true, min: 10, message: t('passphraseShort') }]}
        >
          <Input.Password autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="repeat"
          label={t('passphraseRepeat')}
          dependencies={['passphrase']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_rule, value) =>
                value === getFieldValue('passphrase')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('differs'))),
            }),
          ]}
        >
          <Input.Password autoComplete="off" onPressEnter={() => form.submit()} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
