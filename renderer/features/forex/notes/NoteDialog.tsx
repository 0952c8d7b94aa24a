import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { noteNames, noteValues } from '#shared/model/forex/notes'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import { useText } from '../../../components/text'
import type { ForexNoteView, NoteKind, NoteValue } from '../../../data/port'
import { SpecForm } from '../forms/SpecForm'
import { nameOf, noteSections } from './fields'

type Props = {
  kind: NoteKind
  note: ForexNoteView | undefined
  /** What a new one begins with. */
  start?: Readonly<Record<string, unknown>> | undefined
  onClose: () => void
}
const nothing = {}

/** One fact that no file tells, in the form its check takes. */
export function NoteDialog({ kind, note, start = nothing, onClose }: Props) {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const attempt = useAttempt()
  const name = show(noteNames[kind])
  const save = async (record: Record<string, unknown>) => {
    const done = await attempt(() =>
      port.putForexNote(
        {
          ...(note && { id: note.id, rev: note.rev }),
          kind,
          name: nameOf(kind, record),
          value: noteValues[kind].parse(record) as NoteValue<NoteKind>,
        },
        t('why.note', { name }),
      ),
    )
    if (done) onClose()
    return done !== undefined
  }
  return (
    <Modal open title={name} footer={null} width="min(860px, 94vw)" onCancel={onClose} destroyOnHidden>
      <SpecForm
        does="putForexNote"
        id={`forex/note/${note?.id ?? kind}`}
        label={name}
        help={`forex.note.${kind}`}
        sections={noteSections(kind)}
        stored={note?.value ?? start}
        schema={noteValues[kind]}
        onSave={save}
      />
    </Modal>
  )
}
