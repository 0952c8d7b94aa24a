import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import type { FormValues } from '../../components/record-form/RecordForm'
import type { Change, Stored } from '../../data/port'

/** What was typed into the sheet, by SKU and field; kept sealed in the book until the goods are saved. */
export type SheetDraft = Readonly<Record<string, FormValues>>

const settingKey = 'goods.missing.draft'
const Draft = z.record(z.string(), z.record(z.string(), z.string()))

type Kept = Stored<{ key: string; value: unknown }>

/**
 * The half-filled 缺商品资料 sheet. Every act is written down at once, so that neither Esc nor leaving the room nor a
 * power cut loses what was typed. Acts may follow each other faster than they are written: they are shown at once and
 * stored one after the other. `readings` grows when the draft was changed elsewhere, by undo or in another window.
 */
export function useSheetDraft() {
  const port = useBook()
  const version = useChanges('settings')
  const [draft, setDraft] = useState<SheetDraft>()
  const [readings, setReadings] = useState(0)
  const latest = useRef<SheetDraft>({})
  /** Acts begun so far, and those of them that are not stored yet. */
  const acts = useRef(0)
  const pending = useRef(0)
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const read = useCallback(async () => {
    const all = (await port.all('settings')) as Kept[]
    return all.find(({ record }) => record.key === settingKey)
  }, [port])
  useEffect(() => {
    let left = false
    const look = async () => {
      // What is on its way to the book is read once it is there.
      while (pending.current > 0) await queue.current
      const before = acts.current
      const kept = await read()
      // What was typed meanwhile is newer than what was read; writing it brings us here again.
      if (left || acts.current !== before) return
      const parsed = Draft.safeParse(kept?.record.value)
      const found = parsed.success ? parsed.data : {}
      // Our own writing comes back as a change; only another's may redraw what is being typed into.
      if (JSON.stringify(found) === JSON.stringify(latest.current)) return setDraft(latest.current)
      latest.current = found
      setDraft(found)
      setReadings((n) => n + 1)
    }
    void look()
    return () => {
      left = true
    }
  }, [read, version])

  /** Change the draft; `write` gets the change that stores it and puts it, with others, into one command. */
  const update = useCallback(
    (
      change: (draft: SheetDraft) => SheetDraft,
      write: (stored: Change) => Promise<unknown>,
    ): Promise<void> => {
      latest.current = change(latest.current)
      setDraft(latest.current)
      acts.current += 1
      pending.current += 1
      const done = queue.current.then(async () => {
        const kept = await read()
        const record = { key: settingKey, value: latest.current as never }
        await write({ table: 'settings', op: 'put', id: kept?.id, rev: kept?.rev ?? 0, record })
      })
      queue.current = done.catch(() => undefined).finally(() => (pending.current -= 1))
      return done
    },
    [read],
  )
  return { draft, readings, update }
}
