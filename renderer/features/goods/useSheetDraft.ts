import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { useBook } from '../../app/book'
import type { FormValues } from '../../components/record-form/RecordForm'
import type { Change, Stored } from '../../data/port'

/** What was typed into the sheet, by SKU and field; kept sealed in the book until the goods are saved. */
export type SheetDraft = Readonly<Record<string, FormValues>>

const settingKey = 'goods.missing.draft'
const Draft = z.record(z.string(), z.record(z.string(), z.string()))

/**
 * The half-filled 缺商品资料 sheet. Every act is written down at once, so that neither Esc nor leaving the room nor a
 * power cut loses what was typed.
 */
export function useSheetDraft() {
  const port = useBook()
  const [draft, setDraft] = useState<SheetDraft>()
  const known = useRef<{ id: string; rev: number } | undefined>(undefined)
  useEffect(() => {
    let left = false
    void port.all('settings').then((all) => {
      const stored = (all as Stored<{ key: string; value: unknown }>[]).find(
        ({ record }) => record.key === settingKey,
      )
      known.current = stored && { id: stored.id, rev: stored.rev }
      const read = Draft.safeParse(stored?.record.value)
      if (!left) setDraft(read.success ? read.data : {})
    })
    return () => {
      left = true
    }
  }, [port])

  /** The change that stores a draft, to go with others into one command. */
  const changeOf = useCallback(
    (next: SheetDraft): Change => ({
      table: 'settings',
      op: 'put',
      id: known.current?.id,
      rev: known.current?.rev ?? 0,
      record: { key: settingKey, value: next as never },
    }),
    [],
  )
  /** To be called once a command with `changeOf(next)` was written under this id. */
  const stored = useCallback((next: SheetDraft, id: string) => {
    known.current = { id, rev: (known.current?.rev ?? 0) + 1 }
    setDraft(next)
  }, [])
  const write = useCallback(
    async (next: SheetDraft, why: string) => {
      const { ids } = await port.command('goods.draft', why, [changeOf(next)])
      stored(next, ids[0]!)
    },
    [changeOf, port, stored],
  )
  return { draft, write, changeOf, stored }
}
