import { useTranslation } from 'react-i18next'
import { tableOf } from '#shared/ceb/tables'
import type { Field } from '#shared/ceb/table'
import type { CodeBook } from '#shared/codes/book'
import type { DossierMessage } from '#shared/declaration/dossier-messages'
import { maskText } from '#shared/model/mask'
import { useText } from '../../../components/text'
import { shownCode } from '../codes'

/** A value with the name of its code; of a person only what tells two apart. */
export function shownValue(field: Field, value: string, codes: CodeBook | undefined): string {
  if (field.personal) return maskText(value)
  return field.codes ? shownCode(codes, field.codes, value) : value
}

type DocumentFieldsProps = {
  message: DossierMessage
  values: Readonly<Record<string, string>>
  codes: CodeBook | undefined
}

/** Every field of a head in the order of the message. Each can be reached by Tab, and F1 explains it. */
export function DocumentFields({ message, values, codes }: DocumentFieldsProps) {
  const { t } = useTranslation('declaration')
  const show = useText()
  return (
    <dl className="document-fields" aria-label={t(`message.${message}`)}>
      {tableOf(message).head.fields.map((field) => {
        const value = values[field.name] ?? ''
        return (
          <div
            key={field.name}
            className={value === '' ? 'document-field document-field-empty' : 'document-field'}
            tabIndex={0}
            data-help={`ceb.${message}.${field.name}`}
          >
            <dt>
              {show(field.label)} <code>{field.name}</code>
            </dt>
            <dd>{value === '' ? '—' : shownValue(field, value, codes)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
