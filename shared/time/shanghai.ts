/** China keeps one time all year since 1991. */
const OFFSET = 8 * 3_600_000

/** yyyyMMddHHmmss in Asia/Shanghai of an ISO instant, the form of every time in a CEB message. */
export const shanghaiTime = (instant: string): string =>
  new Date(Date.parse(instant) + OFFSET).toISOString().replace(/\D/g, '').slice(0, 14)

/** yyyyMMdd in Asia/Shanghai. */
export const shanghaiDay = (instant: string): string => shanghaiTime(instant).slice(0, 8)

/** YYYY-MM-DD in Asia/Shanghai, the form of a business day. */
export const businessDay = (instant: string): string =>
  shanghaiDay(instant).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

/** The instant as a clock in China shows it, with its offset, to the second: `2026-11-23T14:10:47+08:00`. */
export const shanghaiInstant = (instant: string): string =>
  shanghaiTime(instant).replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6+08:00')
