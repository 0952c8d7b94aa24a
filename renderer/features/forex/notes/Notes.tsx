import { Menu } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noteNames } from '#shared/model/forex/notes'
import { fileOfNote } from '#shared/import/fields/forex-notes'
import { useText } from '../../../components/text'
import type { NoteKind } from '../../../data/port'
import { ImportButton } from '../sources/ImportButton'
import { noteGroups } from './fields'
import { NoteTable } from './NoteTable'
import { noteSays } from './says'

/** 其他情形: facts that no file tells, by the path they belong to. */
export function Notes() {
  const { t } = useTranslation('forex')
  const show = useText()
  const [kind, setKind] = useState<NoteKind>('contract')
  const file = fileOfNote(kind)
  return (
    <div className="forex-notes" data-help="forex.notes">
      <Menu
        className="forex-kinds"
        mode="inline"
        inlineIndent={12}
        selectedKeys={[kind]}
        onClick={({ key }) => setKind(key as NoteKind)}
        items={noteGroups.map(({ key, kinds }) => ({
          type: 'group' as const,
          key,
          label: t(`noteGroup.${key}`),
          children: kinds.map((one) => ({ key: one, label: show(noteNames[one]) })),
        }))}
      />
      <div className="face-page face-scroll">
        <div className="face-tools">
          <p className="face-note">{show(noteSays[kind])}</p>
          <span className="face-space" />
          {file && <ImportButton kind={file} />}
        </div>
        <NoteTable key={kind} kind={kind} />
      </div>
    </div>
  )
}
