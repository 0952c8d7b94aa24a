import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FormFault, FormField } from '#shared/forex/outputs/form'
import '../../../components/provenance/provenance.css'
import { FieldSourceLine } from '../../../components/provenance/FieldSourceLine'
import { SourceTag } from '../../../components/provenance/SourceTag'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { FormSources } from './useFormSources'

type Props = {
  label: string
  fields: readonly FormField[]
  /** Absent: the form is out of hand and nothing is said of it any more. */
  faults: readonly FormFault[] | undefined
  /** Replace what sources say; absent: the form is only shown. */
  sources?: FormSources
}

/** Where the value of a field comes from; what its source decides is replaced here, with a reason. */
function FieldOrigin({ field, sources }: { field: FormField; sources: FormSources | undefined }) {
  const source = sources?.sourceOf(field)
  if (source) return <FieldSourceLine source={source} shown={(value) => sources!.shown(field, value)} />
  return (
    field.source && (
      <span className="source-line">
        <SourceTag source={field.source} onOpen={sources?.openOf(field)} />
      </span>
    )
  )
}

/** A filled form field by field, who fills each, and where it does not add up. */
export function FormFields({ label, fields, faults, sources }: Props) {
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
          {fields.map((field) => (
            <tr key={field.id} className={byField.has(field.id) ? 'face-marked' : ''}>
              <td>{show(field.label)}</td>
              <td>
                {field.value}{' '}
                {field.exact !== undefined && (
                  <span className="face-note">{t('form.exact', { exact: field.exact })}</span>
                )}
              </td>
              <td>
                <code>{field.bankName}</code>
              </td>
              <td>
                <FieldOrigin field={field} sources={sources} />{' '}
                {field.by !== 'us' && (
                  <StateTag tone={field.by === 'bank' ? 'neutral' : 'waiting'}>
                    {t(`form.${field.by}`)}
                  </StateTag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
