import { isDay } from '../../time/day'
import type { Field, TimeShape } from '../table'
import type { FaultSink } from './sink'

const shapes: Record<TimeShape, { digits: RegExp; shape: string; example: string }> = {
  day: { digits: /^\d{8}$/, shape: 'yyyyMMdd', example: '20260301' },
  second: { digits: /^\d{14}$/, shape: 'yyyyMMddHHmmss', example: '20260301093000' },
  millisecond: { digits: /^\d{17}$/, shape: 'yyyyMMddHHmmssSSS', example: '20260301093000123' },
}

/** A date or time of the given shape that exists in the calendar and on the clock. */
export function checkTime(
  field: Field,
  time: TimeShape,
  value: string,
  path: string,
  sink: FaultSink,
): boolean {
  const { digits, shape, example } = shapes[time]
  if (digits.test(value) && isDay(value.slice(0, 8)) && isClock(value.slice(8, 14))) return true
  sink.field('time', path, field, value, { shape, example })
  return false
}

const isClock = (text: string) => text === '' || /^([01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(text)
