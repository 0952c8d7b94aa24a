import { useEffect, useState } from 'react'
import type { BookPort } from '../data/port'

/** At most this many orders are linked to one document. */
const most = 1000

/** The numbers of orders that are linked to a document, one a line; undefined while they are being read. */
export function useOrderNumbers(port: BookPort, ids: readonly string[]): string | undefined {
  const [read, setRead] = useState<{ of: string; text: string }>()
  const of = ids.join()
  useEffect(() => {
    if (of === '') return undefined
    let left = false
    void port
      .page({ table: 'orders', filter: { ids: of.split(',') }, offset: 0, limit: most })
      .then(({ rows }) => !left && setRead({ of, text: rows.map(({ orderNo }) => orderNo).join('\n') }))
    return () => {
      left = true
    }
  }, [of, port])
  if (of === '') return ''
  return read?.of === of ? read.text : undefined
}

/** The orders a pasted column of numbers names: `ids` of those that are here, `unknown` numbers nobody carries. */
export function useOrdersOf(
  port: BookPort,
  text: string,
): { ids: string[]; unknown: string[]; settled: boolean } {
  const [found, setFound] = useState<{ of: string; ids: string[]; unknown: string[] }>()
  useEffect(() => {
    let left = false
    void ordersOf(port, text).then((orders) => !left && setFound({ of: text, ...orders }))
    return () => {
      left = true
    }
  }, [port, text])
  const known = found?.of === text ? found : undefined
  return { ids: known?.ids ?? [], unknown: known?.unknown ?? [], settled: known !== undefined }
}

/** The same once: orders by their own, waybill or payment numbers, divided by blanks, commas or lines. */
export async function ordersOf(port: BookPort, text: string): Promise<{ ids: string[]; unknown: string[] }> {
  const numbers = [...new Set(text.split(/[\s,，;；、]+/).filter((number) => number !== ''))].slice(0, most)
  if (numbers.length === 0) return { ids: [], unknown: [] }
  const { rows, notFound } = await port.page({ table: 'orders', filter: { numbers }, offset: 0, limit: most })
  return { ids: rows.filter(({ kind }) => kind === 'order').map(({ id }) => id), unknown: notFound }
}
