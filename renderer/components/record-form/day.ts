import { foldWidth } from '../normalize'

const shape = /^(\d{4})-?(\d{2})-?(\d{2})$/

/** A whole day as officers type it, `2026-05-31` or `20260531`; undefined for anything else and for days that are none. */
export function typedDay(text: string): string | undefined {
  const [, year, month, day] = shape.exec(foldWidth(text).trim()) ?? []
  if (year === undefined) return undefined
  const iso = `${year}-${month}-${day}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined
}
