import { Alert, ConfigProvider } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { EnterNext } from '../EnterNext'
import type { Failure } from '../failure'
import { useText } from '../text'
import { FieldBox } from './FieldBox'
import { NewerValues, type Newer } from './NewerValues'
import type { FieldFault, FormSection, FormValues } from './types'
import './record-form.css'

export type * from './types'

type RecordFormProps = {
  label: string
  sections: readonly FormSection[]
  values: FormValues
  onChange: (key: string, value: string) => void
  /** Every fault of the values as they stand; shown field by field once it was left, all of them at a save. */
  faults: readonly FieldFault[]
  /** Only called while nothing refuses the values. */
  onSubmit: () => void
  failure?: Failure
  /** Why the officer may change nothing here; the record can be looked at. */
  refused?: string | undefined
  /** What another window has stored meanwhile; nothing is saved until the officer has decided. */
  newer?: Newer
  /** Field that has the focus when the form appears. */
  first?: string
  /** Buttons of the form, at its foot. */
  actions: ReactNode
  /** Stands between the fields and the buttons. */
  children?: ReactNode
}

/** A record as a form: Enter goes on to the next field, Ctrl+Enter saves, F1 explains the field. */
export function RecordForm(props: RecordFormProps) {
  const {
    label,
    sections,
    values,
    onChange,
    faults,
    onSubmit,
    failure,
    refused,
    newer,
    first,
    actions,
    children,
  } = props
  const show = useText()
  const form = useRef<HTMLFormElement>(null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)

  const faultOf = (key: string) =>
    tried || left.has(key)
      ? (faults.find((fault) => fault.field === key && fault.severity === 'refuse') ??
        faults.find((fault) => fault.field === key))
      : undefined
  const submit = () => {
    setTried(true)
    if (newer) {
      form.current?.querySelector<HTMLElement>('.record-newer button')?.focus()
      return
    }
    const wrong = faults.find((fault) => fault.severity === 'refuse')
    if (!wrong) onSubmit()
    else {
      const place = form.current?.querySelector(`[data-field="${wrong.field.split('.')[0]}"]`)
      const target = place?.querySelector<HTMLElement>('input, [tabindex="0"]')
      target?.focus()
      if (target instanceof HTMLInputElement) target.select()
    }
  }
  return (
    <form
      ref={form}
      className="record-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <EnterNext className="record-body">
        {refused !== undefined && <Alert type="info" showIcon title={refused} />}
        <ConfigProvider componentDisabled={refused !== undefined}>
          {sections.map((section) => (
            <fieldset key={section.key} className="record-section">
              <legend>{show(section.title)}</legend>
              {section.fields.map((field) => (
                <FieldBox
                  key={field.key}
                  field={field}
                  value={values[field.key] ?? ''}
                  fault={faultOf(field.key)}
                  autoFocus={field.key === first}
                  onChange={(value) => onChange(field.key, value)}
                  onLeave={() => setLeft((before) => new Set(before).add(field.key))}
                />
              ))}
            </fieldset>
          ))}
          {children}
        </ConfigProvider>
        {newer && <NewerValues newer={newer} sections={sections} values={values} />}
        {failure && <Alert type="error" showIcon title={show(failure.text)} />}
        <footer className="record-actions">{actions}</footer>
      </EnterNext>
    </form>
  )
}
