import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { typedDay } from './day'

const shown = 'YYYY-MM-DD'
const formats = [shown, 'YYYYMMDD']

type DayInputProps = {
  id: string | undefined
  noteId: string | undefined
  value: string
  required: boolean
  disabled: boolean
  autoFocus: boolean | undefined
  status: 'error' | 'warning' | undefined
  onChange: (day: string) => void
}

/** A day: typed in full it counts at once, so that a form saved from the keyboard has it; or chosen from the calendar. */
export function DayInput({ id, noteId, value, required, onChange, ...others }: DayInputProps) {
  const { autoFocus, disabled, status } = others
  const day = typedDay(value)
  return (
    // What is typed is heard here: the picker itself tells of a day only once it is left or Enter is pressed.
    <div
      className="record-day"
      onInput={({ target }) => {
        const typed = typedDay((target as HTMLInputElement).value)
        if (typed !== undefined) onChange(typed)
      }}
    >
      <DatePicker
        {...(id !== undefined && { id })}
        aria-describedby={noteId}
        aria-required={required}
        aria-invalid={status === 'error'}
        autoFocus={autoFocus ?? false}
        disabled={disabled}
        status={status ?? ''}
        format={formats}
        placeholder={shown}
        value={day === undefined ? null : dayjs(day)}
        onChange={(next) => onChange(next?.format(shown) ?? '')}
      />
    </div>
  )
}
