import { Alert, App, Button, Popconfirm, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { evidenceRule } from '#shared/evidence/kinds'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { openRoom } from '../../app/navigation'
import { openGoods } from '../../app/open-goods'
import { useAttempt } from '../../app/useAttempt'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { useUndoable } from '../../app/useUndoable'
import { saveFile } from '../../components/save/save-file'
import { StateTag } from '../../components/StateTag'
import { listed, useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { EvidenceView } from '../../data/port'
import { Preview } from './Preview'
import { toneOf } from './states'
import { today } from './usePapers'
import { paperOn } from './view'

type Props = { id: string; onEdit: (known: EvidenceView) => void; onGone: () => void }
type StoredFile = NonNullable<EvidenceView['document']['file']>

const kilobytes = (size: number): string => String(Math.ceil(size / 1024))

/** One paper: what hangs on it, whom it is about, its file to look at or to keep, and what it was before. */
export function PaperDetail({ id, onEdit, onGone }: Props) {
  const { t } = useTranslation('evidence')
  const show = useText()
  const port = useBook()
  const act = useUndoable()
  const attempt = useAttempt()
  const { message } = App.useApp()
  const changes = useChanges('evidence')
  const on = today()
  const { value, state } = useQueryState(
    async () => ({ view: await paperOn(port, id, on) }),
    `${on} ${changes}`,
  )
  /** Which file is looked at: the present one, or that of a former state by its place. */
  const [looked, setLooked] = useState<number | 'now'>()
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin description={t('loading')} />
  if (!value.view) return <Alert type="warning" showIcon title={t('gone')} />
  const { view } = value
  const { document, validity, rev } = view
  const rule = evidenceRule(document.kind)
  const placeOf = (at: number | 'now') => (at === 'now' ? undefined : at)
  const keep = async (at: number | 'now') => {
    const file = await port.evidenceFile(id, placeOf(at))
    if (!file) return
    const saved = await saveFile(file.name, file.type, () => Promise.resolve(file.bytes))
    if (saved) message.success(t('savedTo', { place: saved.shownPath }))
  }
  const drop = async () => {
    const said = t('dropped', { title: document.title })
    const done = await act(
      () => port.dropEvidence(id, rev, said),
      () => said,
    )
    if (done) onGone()
  }
  const showGoods = async (sku: string) => {
    if (!(await openGoods(port, sku))) message.warning(t('noGoods', { sku }))
  }
  const fileLine = (file: StoredFile, at: number | 'now') => (
    <>
      {[
        file.type.toUpperCase(),
        file.pages && t('pages', { count: file.pages }),
        `${kilobytes(file.size)} KB`,
      ]
        .filter(Boolean)
        .join(' · ')}{' '}
      {file.type !== 'ofd' && (
        <Button type="link" size="small" onClick={() => setLooked(looked === at ? undefined : at)}>
          {t(looked === at ? 'file.close' : 'file.look')}
        </Button>
      )}
      <ActButton does="files.saveAs" type="link" size="small" onClick={() => void attempt(() => keep(at))}>
        {t('file.keep')}
      </ActButton>
    </>
  )
  const facts: [string, string | undefined][] = [
    [t('column.kind'), show(rule.name)],
    [t('column.number'), document.number],
    [t('column.from'), document.from],
    [t('column.to'), document.to],
  ]
  return (
    <>
      <h2>
        {document.title}
        <StateTag tone={toneOf(validity)}>
          {t(`state.${validity.state}`, { days: 'days' in validity ? validity.days : 0 })}
        </StateTag>
      </h2>
      <div className="face-tools">
        <ActButton does="putEvidence" onClick={() => onEdit(view)}>
          {t('change')}
        </ActButton>
        <Popconfirm
          title={t('dropAsk', { title: document.title })}
          okText={t('drop')}
          cancelText={t('cancel')}
          onConfirm={() => void drop()}
        >
          <ActButton does="dropEvidence" danger>
            {t('drop')}
          </ActButton>
        </Popconfirm>
      </div>
      <dl className="face-facts evidence-facts">
        {facts.map(
          ([label, text]) =>
            text && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
        <div>
          <dt>{t('hangsOn')}</dt>
          <dd>
            {rule.blocks.length === 0
              ? t('byPiece')
              : show(listed(rule.blocks.map((one) => t(`act.${one}`))))}
            {rule.warns && ` ${t('warnsOnly')}`} <StateTag tone="neutral">{t('house')}</StateTag>
          </dd>
        </div>
        {document.subjects.length > 0 && (
          <div>
            <dt>{t('column.subjects')}</dt>
            <dd>
              {document.subjects.map((subject) =>
                rule.subject === 'goods' ? (
                  <Button
                    key={subject}
                    type="link"
                    size="small"
                    onClick={() => void attempt(() => showGoods(subject))}
                  >
                    {subject}
                  </Button>
                ) : rule.subject === 'principal' ? (
                  <Button key={subject} type="link" size="small" onClick={() => openRoom('filing')}>
                    {subject}
                  </Button>
                ) : (
                  <span key={subject}>{subject} </span>
                ),
              )}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('column.file')}</dt>
          <dd>{document.file ? fileLine(document.file, 'now') : t('file.none')}</dd>
        </div>
        {document.file && (
          <div>
            <dt>{t('file.digest')}</dt>
            <dd>
              <code>{document.file.hash}</code>
            </dd>
          </div>
        )}
      </dl>
      {document.file?.type === 'ofd' && <p className="face-note">{t('file.ofd')}</p>}
      {looked !== undefined && <Preview key={looked} id={id} earlier={placeOf(looked)} />}
      {document.earlier && (
        <>
          <h3>{t('earlier')}</h3>
          <ul className="face-list">
            {document.earlier.map((one, at) => (
              <li key={`${one.replacedAt} ${at}`}>
                {[one.number, [one.from, one.to].filter(Boolean).join(' – ')].filter(Boolean).join(' · ')}{' '}
                {one.file && fileLine(one.file, at)}
                <div className="face-note">{[showTime(one.replacedAt), one.by, one.why].join(' · ')}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
