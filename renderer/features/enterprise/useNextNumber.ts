import { useEffect, useState } from 'react'
import { z } from 'zod'
import { nextCopNo, type CopNoState } from '#shared/declaration/cop-no'
import { shanghaiDay } from '#shared/time/shanghai'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import type { FormValues } from '../../components/record-form/RecordForm'
import type { SealedRecord, Stored } from '../../data/port'
import { serialDigits } from './fields'

const Serial = z.object({ day: z.string(), serial: z.int().nonnegative() })

/** The last serial of each desk, from the settings where the numbering of 清单 keeps it. */
function useSerials(): ReadonlyMap<string, CopNoState> | undefined {
  const port = useBook()
  const version = useChanges('settings')
  const [serials, setSerials] = useState<ReadonlyMap<string, CopNoState>>()
  useEffect(() => {
    let left = false
    // Only a preview hangs on it: a book that cannot be read says so everywhere else.
    void port.all('settings').then((all) => {
      const found = (all as Stored<SealedRecord<'settings'>>[]).flatMap(({ record: { key, value } }) => {
        const read = Serial.safeParse(value)
        return key.startsWith('copNo.') && read.success
          ? [[key.slice('copNo.'.length), read.data] as const]
          : []
      })
      if (!left) setSerials(new Map(found))
    })
    return () => {
      left = true
    }
  }, [port, version])
  return serials
}

/** The number the next 清单 would get with these values; undefined while they make none. */
export function useNextNumber(values: FormValues): string | undefined {
  const serials = useSerials()
  const { copNoPrefix: prefix = '', desk = '' } = values
  if (!serials) return undefined
  try {
    const day = shanghaiDay(new Date().toISOString())
    return nextCopNo({ prefix, desk, serialDigits }, serials.get(desk), day).copNo
  } catch {
    // Too long, or the serials are used up: the field says so.
    return undefined
  }
}
