import { useId } from 'react'
import type { Text } from '#shared/model/text'
import { codeLabel } from '../CodeSelect'
import { FieldSourceLine } from '../provenance/FieldSourceLine'
import { useText } from '../text'
import { FieldControl } from './FieldControl'
import type { FieldFault, FieldInput, FormField } from './types'

type FieldBoxProps = {
  field: FormField
  value: string
  /** Shown from the moment the field was left. */
  fault: FieldFault | undefined
  autoFocus?: boolean
  onChange: (value: string) => void
  onLeave: () => void
}

/** What is wrong and what to do, as two sentences of either language. */
const withRemedy = ({ message, fix }: FieldFault): Text => ({
  zh: `${message.zh}。${fix.zh}`,
  en: `${message.en.replace(/\.$/, '')}. ${fix.en}`,
})

/** A value as people read it: a code or choice with its name. */
export function shownAs(input: FieldInput, value: string, show: ReturnType<typeof useText>): string {
  if (input.kind === 'code') {
    const entry = input.entries.find(({ code }) => code === value)
    return entry ? codeLabel(entry) : value
  }
  const option = input.kind === 'choice' ? input.options.find((one) => one.value === value) : undefined
  return option ? show(option.label) : value
}

/** One field with its label and, under it, what is wrong or what to know. */
export function FieldBox(props: FieldBoxProps) {
  const { field, fault, onLeave } = props
  const show = useText()
  const id = useId()
  const noteId = `${id}-note`
  const status = fault && (fault.severity === 'refuse' ? 'error' : 'warning')
  return (
    <div
      className={field.wide ? 'record-field record-field-wide' : 'record-field'}
      data-help={field.helpId}
      data-field={field.key}
      onBlur={onLeave}
    >
      <label htmlFor={id} className={field.required ? 'record-required' : undefined}>
        {show(field.label)}
      </label>
      <div className="record-control">
        <FieldControl {...props} id={id} noteId={noteId} status={status} />
        <div
          id={noteId}
          className={`record-note record-note-${status ?? 'plain'}`}
          role={fault ? 'alert' : undefined}
        >
          {fault ? show(withRemedy(fault)) : field.note && show(field.note)}
        </div>
        {field.source && (
          <FieldSourceLine source={field.source} shown={(one) => shownAs(field.input, one, show)} />
        )}
      </div>
    </div>
  )
}
