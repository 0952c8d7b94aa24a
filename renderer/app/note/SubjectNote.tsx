import type { Note, Stored } from '../../data/port'
import { useBook } from '../book'
import { useChanges } from '../useChanges'
import { useQueryState } from '../useQuery'
import { NoteForm } from './NoteForm'

/** The note of any record, read by the id of what it is about. */
export function SubjectNote({ fact, act }: { fact: string; act: string }) {
  const port = useBook()
  const changes = useChanges('overlays')
  const { value, state } = useQueryState(
    async () => ({ known: (await port.note(fact)) as Stored<Note> | undefined }),
    `${changes} ${fact}`,
  )
  if (!value || state === 'loading') return null
  return <NoteForm key={`${fact} ${value.known?.rev ?? 0}`} fact={fact} known={value.known} act={act} />
}
