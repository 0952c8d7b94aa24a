import { Alert, Select, Spin } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Block } from '#shared/evidence/blocks'
import { evidenceRule } from '#shared/evidence/kinds'
import { listModes } from '#shared/model/mode'
import { ActButton } from '../../app/ActButton'
import { TableUsed } from '../../app/hs/TableUsed'
import { useBook } from '../../app/book'
import { openRoom } from '../../app/navigation'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { StateTag } from '../../components/StateTag'
import { listed, useText } from '../../components/text'
import { draftOf, type Draft } from './draft'
import { inTheWay, mostGoods } from './in-the-way'
import { today } from './usePapers'
import { paperOn } from './view'

type Props = { faces: ReactNode; onEdit: (draft: Draft) => void }

/** What cannot be done today for want of a paper: by act, with the paper, whom it is about, and the way to record it. */
export function Lacking({ faces, onEdit }: Props) {
  const { t } = useTranslation('evidence')
  const show = useText()
  const port = useBook()
  const [mode, setMode] = useState<string>('9610')
  const on = today()
  const changes = useChanges('evidence', 'goods', 'authorisations', 'enterprise', 'settings', 'facts')
  const { value, state } = useQueryState(async () => inTheWay(port, mode, on), `${mode} ${on} ${changes}`)
  const mend = async ({ document, kind, subject }: Block) => {
    if (kind === 'agency-agreement') return openRoom('filing', { face: 'agency' })
    const known = document && (await paperOn(port, document.id, on))
    const start = { kind, title: show(evidenceRule(kind).name), subjects: subject === '' ? [] : [subject] }
    onEdit(draftOf(known ? { known } : { start }))
  }
  return (
    <>
      <div className="face-tools" role="toolbar" aria-label={t('title')}>
        {faces}
        <label>
          {t('mode')}
          <Select
            className="face-choice"
            aria-label={t('mode')}
            value={mode}
            onChange={setMode}
            options={listModes.map((one) => ({ value: one as string, label: t(`hs:flags.modes.${one}`) }))}
          />
        </label>
        <span className="face-note">{t('lacking.on', { on })}</span>
      </div>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {!value && state === 'loading' && <Spin description={t('loading')} />}
      {value && (
        <div className="face-page face-scroll" data-help="evidence.lacking">
          <TableUsed used={value.used} />
          {value.rows.length === 0 && <p className="face-note">{t('lacking.none')}</p>}
          {value.rows.length > 0 && (
            <table className="face-plain" aria-label={t('face.lacking')}>
              <thead>
                <tr>
                  {(['acts', 'says', 'subjects', 'fix', 'do'] as const).map((one) => (
                    <th key={one} scope="col">
                      {t(`column.${one}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {value.rows.map(({ block, acts }) => (
                  <tr key={`${block.kind} ${block.subject}`}>
                    <td>
                      <StateTag tone={block.stops ? 'bad' : 'waiting'}>
                        {t(block.stops ? 'stops' : 'warns')}
                      </StateTag>{' '}
                      {show(listed(acts.map((one) => t(`act.${one}`))))}
                    </td>
                    <td>{show(block.says)}</td>
                    <td>{block.subject || t('subject.enterprise')}</td>
                    <td>{show(block.fix)}</td>
                    <td>
                      <ActButton does="putEvidence" type="link" size="small" onClick={() => void mend(block)}>
                        {t(block.document ? 'change' : 'record')}
                      </ActButton>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {value.goods > mostGoods && (
            <p className="face-note">{t('lacking.more', { shown: mostGoods, count: value.goods })}</p>
          )}
        </div>
      )}
    </>
  )
}
