import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DataCipher } from '#shared/ipc/data-cipher'
import { lockBook, useSession } from '../../app/book'
import { CipherChoice } from '../../components/CipherChoice'
import { listed, useText } from '../../components/text'
import { KeyDialog } from './KeyDialog'

const reasons = ['officer', 'exposed', 'routine', 'cipher'] as const
type Asked = { reason: (typeof reasons)[number]; cipher: DataCipher }

/** New data keys with a new recovery key; when that is on paper the window locks, and the next unlock begins with them. */
export function RenewKeys({ cipher: present, onClose }: { cipher: DataCipher; onClose: () => void }) {
  const { t } = useTranslation('safety')
  const show = useText()
  const { entry, port } = useSession()
  return (
    <KeyDialog<Asked>
      title={t('keys.renew')}
      what={t('keys.renewWhat')}
      ok={{ make: t('keys.renewNow'), end: t('keys.lockNow') }}
      initial={{ cipher: present }}
      fields={
        <>
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
          <Form.Item name="cipher" label={t('keys.cipher')}>
            <CipherChoice />
          </Form.Item>
        </>
      }
      make={async ({ reason, cipher, present: password }) => {
        const why = `${t(`keys.reasons.${reason}`)} · ${cipher.toUpperCase()}`
        await port.notePeople('keys', why, why)
        const { recoveryKey, without } = await window.yiguan.invoke(
          'vault.renewKeys',
          entry.id,
          password,
          cipher,
        )
        const names = show(listed(without))
        return { value: recoveryKey, ...(names && { warning: t('keys.without', { names }) }) }
      }}
      onEnd={() => void lockBook()}
      onCancel={onClose}
    />
  )
}
