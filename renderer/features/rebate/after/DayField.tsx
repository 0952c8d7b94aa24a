import { DatePicker } from 'antd'
import dayjs from 'dayjs'

const form = 'YYYY-MM-DD'

/** A day of a short form; `''` is none, which only an optional one can be. */
export function DayField(props: {
  label: string
  value: string
  optional?: boolean
  onChange: (day: string) => void
}) {
  const { label, value, optional = false, onChange } = props
  return (
    <label>
      {label}
      <DatePicker
        allowClear={optional}
        value={value === '' ? null : dayjs(value, form)}
        onChange={(day) => onChange(day ? day.format(form) : '')}
      />
    </label>
  )
}
