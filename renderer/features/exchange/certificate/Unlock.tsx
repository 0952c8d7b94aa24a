import { Input, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'

/** The password of the signing certificate; it leaves this component once and is not kept. */
export function Unlock({ busy, unlock }: { busy: boolean; unlock: (password: string) => Promise<void> }) {
  const { t } = useTranslation('certificate')
  const [password, setPassword] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setPassword('')
        void unlock(password)
      }}
    >
      <Space>
        <Input.Password
          aria-label={t('password')}
          placeholder={t('password')}
          value={password}
          maxLength={256}
          autoComplete="off"
          onChange={(event) => setPassword(event.target.value)}
        />
        <ActButton
          does="certificate.unlock"
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={password === ''}
        >
          {t('unlock')}
        </ActButton>
      </Space>
    </form>
  )
}
