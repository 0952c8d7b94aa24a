const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether yyyyMMdd is a day that exists, from the year 1000. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{7}$/.test(text)) return false
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(4, 6))
  const day = Number(text.slice(6))
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = month === 2 && leap ? 29 : (days[month - 1] ?? 0)
  return day >= 1 && day <= last
}
