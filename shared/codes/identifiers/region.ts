/** First two digits of an administrative division (GB/T 2260), 83 for Taiwan residents' permits. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

/** Whether a number may begin with this division code. `extra` names further codes of the numbering at hand. */
export const isProvince = (digits: string, extra: readonly string[] = []) =>
  provinces.has(digits.slice(0, 2)) || extra.includes(digits.slice(0, 2))
