import { isDecimal } from '#shared/money/decimal'

/** Draws by hand as they are written, one a line. */
export const drawText = (draws: readonly { inId: string; amount: string }[]): string =>
  draws.map(({ inId, amount }) => `${inId} ${amount}`).join('\n')

const drawShape = /^(\S+)\s+(\d+(?:\.\d+)?)$/

/** Inflows a person says a movement drew on: id and amount, one a line; undefined where a line is none. */
export function readDraws(text: string): { inId: string; amount: string }[] | undefined {
  const rows = text
    .split(/\r?\n/)
    .map((row) => row.trim())
    .filter(Boolean)
  const read = rows.map((row) => {
    const [, inId, amount] = drawShape.exec(row) ?? []
    return inId !== undefined && amount !== undefined && isDecimal(amount) ? { inId, amount } : undefined
  })
  return read.every((one) => one !== undefined) ? read : undefined
}
