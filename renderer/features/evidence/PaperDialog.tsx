import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { acceptedFiles } from '#shared/evidence/document'
import { evidenceKindIds, evidenceRule, type EvidenceKind } from '#shared/evidence/kinds'
import { listModes } from '#shared/model/mode'
import { useBook } from '../../app/book'
import { useUndoable } from '../../app/useUndoable'
import { FileDrop } from '../../components/FileDrop'
import { listed, useText } from '../../components/text'
import { faultOf, inputOf, subjectsIn, type Draft, type Typed } from './draft'

type Props = {
  draft: Draft
  /** Files that were dropped with this one and come after it. */
  waiting: number
  onClose: () => void
}

const firstKind: EvidenceKind = 'business-licence'

/** What a file is called without its ending; often the best title there is. */
const nameOf = (file: File): string => file.name.replace(/\.[^.]+$/, '')

/** A paper with its days and its file. A renewal takes the place of the old state, which is kept with its file. */
export function PaperDialog({ draft: { known, start, file: dropped }, waiting, onClose }: Props) {
  const { t } = useTranslation('evidence')
  const show = useText()
  const port = useBook()
  const act = useUndoable()
  const before = known?.document ?? start
  const [typed, setTyped] = useState<Typed>({
    kind: before?.kind ?? firstKind,
    title: before?.title ?? (dropped ? nameOf(dropped) : show(evidenceRule(firstKind).name)),
    number: before?.number ?? '',
    subjects: before?.subjects ?? [],
    from: before?.from ?? '',
    to: before?.to ?? '',
  })
  const [file, setFile] = useState<File | null | undefined>(dropped)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const { kind, title, number, subjects, from, to } = typed
  const rule = evidenceRule(kind)
  const fault = faultOf(typed)
  const set = (more: Partial<Typed>) => setTyped((now) => ({ ...now, ...more }))
  const choose = (next: EvidenceKind) => {
    const isOwnTitle = title !== '' && title !== show(rule.name)
    const isSameSubject = evidenceRule(next).subject === rule.subject
    set({
      kind: next,
      ...(!isOwnTitle && { title: show(evidenceRule(next).name) }),
      ...(!isSameSubject && { subjects: [] }),
    })
  }
  const save = async () => {
    setTried(true)
    if (fault) return
    setBusy(true)
    const said = t(known ? 'changed' : 'saved', { title: title.trim() })
    const done = await act(
      () =>
        port.putEvidence(inputOf(typed), why.trim() || said, known && { id: known.id, rev: known.rev }, file),
      () => said,
    )
    setBusy(false)
    if (done) onClose()
  }
  const there = file === undefined ? known?.document.file : undefined
  return (
    <Modal
      open
      title={known ? t('change') : waiting > 0 ? t('addOf', { count: waiting }) : t('add')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <form
        data-help="evidence.paper"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <label className="face-field">
          {t('column.kind')}
          <Select<EvidenceKind>
            autoFocus={!known}
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('column.kind')}
            value={kind}
            onChange={choose}
            options={evidenceKindIds.map((value) => ({ value, label: show(evidenceRule(value).name) }))}
          />
        </label>
        <p className="face-note">
          {rule.blocks.length === 0
            ? t('byPiece')
            : t(rule.warns ? 'hangsWarn' : 'hangs', {
                acts: show(listed(rule.blocks.map((one) => t(`act.${one}`)))),
              })}
        </p>
        <div className="face-fields">
          <label>
            {t('column.title')}
            <Input value={title} onChange={({ target }) => set({ title: target.value })} />
          </label>
          <label>
            {t('column.number')}
            <Input value={number} onChange={({ target }) => set({ number: target.value })} />
          </label>
        </div>
        {rule.subject !== 'enterprise' && (
          <label className="face-field">
            {t(`subject.${rule.subject}`)}
            <Select
              mode={rule.subject === 'mode' ? 'multiple' : 'tags'}
              aria-label={t(`subject.${rule.subject}`)}
              tokenSeparators={[' ', ',', '\n']}
              value={[...subjects]}
              onChange={(next: string[]) => set({ subjects: next.flatMap(subjectsIn) })}
              options={
                rule.subject === 'mode' ? listModes.map((one) => ({ value: one as string, label: one })) : []
              }
            />
          </label>
        )}
        <div className="face-fields">
          <label>
            {t('column.from')}
            <Input
              className="number"
              placeholder="2026-01-01"
              value={from}
              onChange={({ target }) => set({ from: target.value.trim() })}
            />
          </label>
          <label>
            {t('column.to')}
            <Input
              className="number"
              placeholder="2026-12-31"
              value={to}
              onChange={({ target }) => set({ to: target.value.trim() })}
            />
          </label>
        </div>
        <div className="evidence-file">
          <FileDrop
            title={{ zh: t('file.drop', { lng: 'zh' }), en: t('file.drop', { lng: 'en' }) }}
            accept={acceptedFiles}
            onFiles={([chosen]) => chosen && setFile(chosen)}
          />
          <p className="face-note" role="status">
            {file ? file.name : there ? t('file.stays', { type: there.type.toUpperCase() }) : t('file.none')}{' '}
            {(file ?? there) && (
              <Button type="link" size="small" onClick={() => setFile(null)}>
                {t('file.remove')}
              </Button>
            )}
          </p>
        </div>
        {known && (
          <label className="face-field">
            {t('why')}
            <Input value={why} onChange={({ target }) => setWhy(target.value)} />
          </label>
        )}
        {tried && fault && (
          <p className="face-error" role="alert">
            {t(`fault.${fault}`)}
          </p>
        )}
        {/* Enter in a field saves, as everywhere. */}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
