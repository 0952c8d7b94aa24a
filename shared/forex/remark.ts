import { rules } from './catalogue'
import { find, type ForexFinding } from './cite'

/**
 * The 交易附言 proposed for a receipt: goods and route, then what has to be named. G04 lists the words a bank looks for.
 */
export function remarkOf({
  notes,
  netted,
  advance,
}: {
  notes: readonly string[]
  netted: boolean
  advance: boolean
}): { text: string; findings(target: string, day: string): ForexFinding[] } {
  const named = [...(advance ? ['预收货款'] : []), ...(netted ? ['含轧差'] : [])]
  const words = [...new Set(notes.filter((note) => note !== '')), ...named]
  const flags = [...named, ...words.filter((word) => /未报关|保税/.test(word))]
  return {
    text: words.join(' '),
    findings: (target, day) =>
      flags.length === 0
        ? []
        : [find(rules.G04, { target, field: 'remark', day, params: { words: flags.join('、') } })],
  }
}
