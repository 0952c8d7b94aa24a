import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useText } from '../text'
import type { FormSection, FormValues } from './types'

/** The record as another window has stored it while this form was being filled in. */
export type Newer = {
  stored: FormValues
  /** Fields that moved. */
  fields: readonly string[]
  /** Labels of fields that stand in no section. */
  labels?: Readonly<Record<string, string>>
  onKeepOwn: () => void
  onDrop: () => void
}

type NewerValuesProps = { newer: Newer; sections: readonly FormSection[]; values: FormValues }

/** Each field with the newer value and the officer's own, and the two ways to go on. Nothing typed is lost before. */
export function NewerValues({ newer, sections, values }: NewerValuesProps) {
  const { t } = useTranslation('components')
  const show = useText()
  const fields = sections.flatMap((section) => section.fields)
  const labelOf = (key: string) => {
    const field = fields.find((one) => one.key === key)
    return field ? show(field.label) : (newer.labels?.[key] ?? key)
  }
  const said = (text: string | undefined) => text?.trim() || t('newer.empty')
  return (
    <Alert
      className="record-newer"
      type="warning"
      showIcon
      title={t('newer.title')}
      description={
        <>
          <ul>
            {newer.fields.map((key) => (
              <li key={key}>
                {t('newer.field', {
                  label: labelOf(key),
                  theirs: said(newer.stored[key]),
                  own: said(values[key]),
                })}
              </li>
            ))}
          </ul>
          <Button size="small" onClick={newer.onKeepOwn}>
            {t('newer.keepOwn')}
          </Button>{' '}
          <Button size="small" onClick={newer.onDrop}>
            {t('newer.takeTheirs')}
          </Button>
        </>
      }
    />
  )
}
