import { useEffect, useState } from 'react'
import type { Template } from '#shared/model/template'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { describeFailure, type Failure } from '../../components/failure'
import type { Stored } from '../../data/port'

export type TemplatesRead =
  | { state: 'loading' }
  | { state: 'failed'; failure: Failure }
  | { state: 'ready'; all: readonly Stored<Template>[] }

/** Every template of the book, by name; read anew when one changed. */
export function useTemplates(): TemplatesRead {
  const port = useBook()
  const version = useChanges('templates')
  const [read, setRead] = useState<TemplatesRead>({ state: 'loading' })
  useEffect(() => {
    let left = false
    port.all('templates').then(
      (all) => {
        const sorted = [...(all as Stored<Template>[])].sort((a, b) =>
          a.record.name.localeCompare(b.record.name, 'zh'),
        )
        if (!left) setRead({ state: 'ready', all: sorted })
      },
      (error: unknown) => !left && setRead({ state: 'failed', failure: describeFailure(error) }),
    )
    return () => {
      left = true
    }
  }, [port, version])
  return read
}
