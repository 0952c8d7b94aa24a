import { App } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Zone } from '#shared/zones/zone'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { refreshView } from '../../app/navigation'
import { useUndoable } from '../../app/useUndoable'
import { useText } from '../../components/text'
import { textOfFile } from '../../data/whole-file'

type Props = { zone: Zone; added: boolean; onAdded: (zone: Zone) => void }

/** A further zone, or newer data of one, from its file; a file that was read can be taken out again. */
export function ZoneFiles({ zone, added, onAdded }: Props) {
  const { t } = useTranslation('zones')
  const show = useText()
  const port = useBook()
  const act = useUndoable()
  const { modal } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    const why = t('file.why', { file: file.name })
    const done = await act(
      async () => port.addZoneFile({ name: file.name, text: await textOfFile(file, 'list') }, why),
      (result) => (result.ok ? t('file.added', { file: file.name }) : undefined),
    )
    if (!done) return
    if (done.result.ok) {
      // Files of zones lie outside the book, so that no table of it tells of them.
      refreshView()
      onAdded(done.result.zone)
    } else {
      modal.error({
        title: t('file.refused', { file: file.name }),
        content: (
          <ul>
            {done.result.faults.map((fault) => (
              <li key={fault.field}>{`${fault.field}: ${show(fault.why)} ${show(fault.fix)}`}</li>
            ))}
          </ul>
        ),
      })
    }
  }
  return (
    <>
      <input
        ref={input}
        hidden
        type="file"
        accept=".json"
        aria-label={t('file.add')}
        onChange={({ target }) => {
          void read(target.files?.[0])
          // The same file may be read again after it was mended.
          target.value = ''
        }}
      />
      <ActButton does="addZoneFile" onClick={() => input.current?.click()}>
        {t('file.add')}
      </ActButton>
      {added && (
        <ActButton
          does="dropZoneFile"
          danger
          onClick={() =>
            void act(
              () => port.dropZoneFile(zone.id, t('file.dropped', { zone: zone.name.zh })),
              () => t('file.dropped', { zone: show(zone.name) }),
            ).then(refreshView)
          }
        >
          {t('file.drop')}
        </ActButton>
      )}
    </>
  )
}
