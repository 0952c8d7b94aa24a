import { useEffect, useState } from 'react'
import type { BookPort } from '../data/port'

/** At most this many orders are linked to one document. */
const most = 1000

/**
 * Orders of a document as a pasted column of numbers: `ids` of those that are here, `unknown` numbers nobody carries.
 * Starts with the numbers of the orders that are linked already.
 */
export function useLinkedOrders(port: BookPort, linked: readonly string[]) {
  const [text, setText] = useState<string>()
  const [found, setFound] = useState<{ of: string; ids: string[]; unknown: string[] }>()
  const start = linked.join()
  useEffect(() => {
    let left = false
    if (start === '') setText((typed) => typed ?? '')
    else {
      void port
        .page({ table: 'orders', filter: { ids: start.split(',') }, offset: 0, limit: most })
        .then(
          ({ rows }) => !left && setText((typed) => typed ?? rows.map(({ orderNo }) => orderNo).join('\n')),
        )
    }
    return () => {
      left = true
    }
  }, [port, start])
  useEffect(() => {
    if (text === undefined) return undefined
    let left = false
    const numbers = [...new Set(text.split(/[\s,，;；]+/).filter((number) => number !== ''))].slice(0, most)
    const asked =
      numbers.length === 0
        ? Promise.resolve({ rows: [], notFound: [] })
        : port.page({ table: 'orders', filter: { numbers }, offset: 0, limit: most })
    void asked.then(
      ({ rows, notFound }) =>
        !left &&
        setFound({
          of: text,
          ids: rows.filter(({ kind }) => kind === 'order').map(({ id }) => id),
          unknown: notFound,
        }),
    )
    return () => {
      left = true
    }
  }, [port, text])
  const known = found?.of === text ? found : undefined
  return { text: text ?? '', setText, ids: known?.ids ?? [], unknown: known?.unknown ?? [] }
}
