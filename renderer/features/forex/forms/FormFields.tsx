import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FormFault, FormField } from '#shared/forex/outputs/form'
import { SourceTag } from '../../../components/provenance/SourceTag'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'

type Props = {
  label: string
  fields: readonly FormField[]
  /** Absent: the form is out of hand and nothing is said of it any more. */
  faults: readonly FormFault[] | undefined
}

/** A filled form field by field, who fills each, and where it does not add up. */
export function FormFields({ label, fields, faults }: Props) {
  const { t } = useTranslation('forex')
  const show = useText()
  const byField = new Map(faults?.map((fault) => [fault.field, fault]))
  return (
    <>
      {faults?.length === 0 && <Alert type="success" showIcon title={t('form.adds')} />}
      {faults && faults.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('form.faults', { count: faults.length })}
          description={
            <ul className="face-list">
              {faults.map(({ field, text, fix }) => (
                <li key={`${field} ${text.en}`}>
                  {show(text)} <span className="face-note">{show(fix)}</span>
                </li>
              ))}
            </ul>
          }
        />
      )}
      <table className="face-plain" aria-label={label}>
        <thead>
          <tr>
            <th>{t('form.field')}</th>
            <th>{t('form.value')}</th>
            <th>{t('form.bankName')}</th>
            <th>{t('form.by')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ id, label: name, value, exact, bankName, by, source }) => (
            <tr key={id} className={byField.has(id) ? 'face-marked' : ''}>
              <td>{show(name)}</td>
              <td>
                {value}{' '}
                {exact !== undefined && <span className="face-note">{t('form.exact', { exact })}</span>}
              </td>
              <td>
                <code>{bankName}</code>
              </td>
              <td>
                {source && <SourceTag source={{ record: source }} />}{' '}
                {by !== 'us' && (
                  <StateTag tone={by === 'bank' ? 'neutral' : 'waiting'}>{t(`form.${by}`)}</StateTag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
