import { SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { CodeSelect } from '../CodeSelect'
import { foldWidth } from '../normalize'
import { useText } from '../text'
import { DayInput } from './DayInput'
import type { FieldFault, FormField } from './types'

type FieldBoxProps = {
  field: FormField
  value: string
  /** Shown from the moment the field was left. */
  fault: FieldFault | undefined
  autoFocus?: boolean
  onChange: (value: string) => void
  onLeave: () => void
}

type Wiring = { id: string; noteId: string; status: 'error' | 'warning' | undefined }

function Control({ field, value, onChange, autoFocus, id, noteId, status }: FieldBoxProps & Wiring) {
  const show = useText()
  const { input, fixed = false, label, find } = field
  switch (input.kind) {
    case 'code':
      return (
        <CodeSelect
          id={id}
          label={show(label)}
          value={value === '' ? undefined : value}
          entries={input.entries}
          complete={input.complete}
          disabled={fixed}
          status={status}
          onChange={(code) => onChange(code ?? '')}
        />
      )
    case 'choice':
      return (
        <Select
          id={id}
          aria-label={show(label)}
          aria-describedby={noteId}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={!field.required}
          disabled={fixed}
          status={status}
          value={value === '' ? undefined : value}
          onChange={(next: string | undefined) => onChange(next ?? '')}
          options={input.options.map((option) => ({ value: option.value, label: show(option.label) }))}
        />
      )
    case 'choices':
      return (
        <Select
          mode="multiple"
          id={id}
          aria-label={show(label)}
          aria-describedby={noteId}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={fixed}
          status={status}
          value={value.split(/[,，\s]+/).filter(Boolean)}
          onChange={(next: string[]) => onChange(next.join(', '))}
          options={input.options.map((option) => ({ value: option.value, label: show(option.label) }))}
        />
      )
    case 'day':
      return (
        <DayInput
          id={id}
          noteId={noteId}
          value={value}
          required={field.required ?? false}
          disabled={fixed}
          autoFocus={autoFocus}
          status={status}
          onChange={onChange}
        />
      )
    default:
      return (
        <Input
          id={id}
          aria-describedby={noteId}
          aria-required={field.required}
          aria-invalid={status === 'error'}
          autoComplete="off"
          autoFocus={autoFocus}
          {...(input.kind === 'code-text' && input.example && { placeholder: input.example })}
          className={input.kind === 'text' ? undefined : 'number'}
          disabled={fixed}
          status={status}
          value={value}
          suffix={
            find && (
              <Button
                type="text"
                size="small"
                // Enter goes from field to field; the key of the form opens the same.
                tabIndex={-1}
                icon={<SearchOutlined />}
                aria-label={show(find.title)}
                title={show(find.title)}
                onClick={find.run}
              />
            )
          }
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => {
            if (input.kind === 'decimal') onChange(foldWidth(value))
            else if (input.kind === 'code-text') onChange(foldWidth(value).toUpperCase())
          }}
        />
      )
  }
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
        <Control {...props} id={id} noteId={noteId} status={status} />
        <div
          id={noteId}
          className={`record-note record-note-${status ?? 'plain'}`}
          role={fault ? 'alert' : undefined}
        >
          {fault
            ? `${show(fault.message)}。${show(fault.fix)}`.replace('.。', '. ')
            : field.note && show(field.note)}
        </div>
      </div>
    </div>
  )
}
