import { Alert, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { DataCipher } from '#shared/ipc/data-cipher'
import './cipher-choice.css'

type CipherChoiceProps = {
  /** Given by a form. */
  id?: string
  value?: DataCipher
  onChange?: (cipher: DataCipher) => void
}

/** What the data of a book is sealed with. What SM4 costs, and what it does not give, stands where it is chosen. */
export function CipherChoice({ id, value = 'aes-256-gcm', onChange }: CipherChoiceProps) {
  const { t } = useTranslation('components')
  return (
    <>
      <Radio.Group
        id={id}
        aria-label={t('cipher.label')}
        value={value}
        onChange={(event) => onChange?.(event.target.value as DataCipher)}
        options={DataCipher.options.map((cipher) => ({ value: cipher, label: t(`cipher.${cipher}`) }))}
      />
      {value === 'sm4-gcm' && (
        <Alert
          type="warning"
          showIcon
          className="cipher-note"
          title={t('cipher.only')}
          description={t('cipher.cost')}
          data-testid="cipher-cost"
        />
      )}
    </>
  )
}
