import { SearchOutlined } from '@ant-design/icons'
import { Button, ConfigProvider, Input, Select } from 'antd'
import { CodeSelect } from '../CodeSelect'
import { foldWidth } from '../normalize'
import { useText } from '../text'
import { DayInput } from './DayInput'
import type { FieldInput, FormField } from './types'

type FieldControlProps = {
  field: FormField
  value: string
  autoFocus?: boolean
  onChange: (value: string) => void
  id?: string | undefined
  noteId?: string | undefined
  status?: 'error' | 'warning' | undefined
}

const isTyped = ({ kind }: FieldInput): boolean =>
  kind === 'text' || kind === 'code-text' || kind === 'decimal'

/** The input of a field, as its kind asks for. */
export function FieldControl({ field, value, onChange, autoFocus, id, noteId, status }: FieldControlProps) {
  const show = useText()
  const { input, label, find } = field
  // Whoever may change nothing can still read, copy and ask for help in a field that is typed.
  const { componentDisabled = false } = ConfigProvider.useConfig()
  const locked = field.locked === true || componentDisabled
  const fixed = field.fixed === true || (locked && !isTyped(input))
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
          autoFocus={autoFocus === true}
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
          autoFocus={autoFocus === true}
          allowClear={!field.required}
          disabled={fixed}
          status={status}
          value={value === '' ? null : value}
          onChange={(next: string | undefined) => onChange(next ?? '')}
          options={input.options.map((option) => ({ value: option.value, label: show(option.label) }))}
        />
      )
    case 'choices':
      return (
        <Select
          mode="multiple"
          id={id}
          autoFocus={autoFocus === true}
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
          autoFocus={autoFocus === true}
          status={status}
          onChange={onChange}
        />
      )
    default:
      return (
        <Input
          {...(id !== undefined && { id })}
          {...(noteId !== undefined && { 'aria-describedby': noteId })}
          aria-required={field.required}
          aria-invalid={status === 'error'}
          autoComplete="off"
          autoFocus={autoFocus === true}
          {...(input.kind === 'code-text' && input.example && { placeholder: input.example })}
          className={input.kind === 'text' ? undefined : 'number'}
          disabled={fixed}
          readOnly={locked}
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
            if (locked) return
            if (input.kind === 'decimal') onChange(foldWidth(value))
            else if (input.kind === 'code-text') onChange(foldWidth(value).toUpperCase())
          }}
        />
      )
  }
}
