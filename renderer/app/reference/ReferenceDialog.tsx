import { Alert, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRefusal, type ReferenceRefusal } from '#shared/reference/refusals'
import type { Text } from '#shared/model/text'
import { describeFailure } from '../../components/failure'
import { FileDrop } from '../../components/FileDrop'
import { ProgressPanel } from '../../components/ProgressPanel'
import { saveFile } from '../../components/save/save-file'
import { useText } from '../../components/text'
import type { EditionView, ReferenceChanges, ReferenceOffer, ReferenceProposal } from '../../data/port'
import { bytesOfFile } from '../../data/whole-file'
import { ActButton } from '../ActButton'
import { useBook, useSession } from '../book'
import { refreshView } from '../navigation'
import { ownCodesChanged } from '../own-codes'
import { useChanges } from '../useChanges'
import { useQueryState } from '../useQuery'
import { deedOf } from './deed'
import { Editions } from './Editions'
import { fetchOffer, fingerprintOf, tryAgain } from './offer'
import { Preview } from './Preview'
import { usePublishedAct } from './usePublishedAct'
import { useReading } from './useReading'
import './reference.css'

type Proposal = { offer: ReferenceOffer; changes: ReferenceProposal; fingerprint?: string }
type Asked = ReferenceOffer | Promise<ReferenceOffer | ReferenceRefusal>

/** What only the whole table mends. */
const mendedByAll = new Set(['reference-version', 'reference-base'])

export type ReferenceDialogProps = {
  /** The table to ask the single window for; without one only a file can be read. */
  table?: string
  name: Text
  onClose: () => void
  /** After an edition was taken or withdrawn. */
  onChanged?: (changes?: ReferenceChanges) => void
}

/** 更新一张公布的表: by line or file; what it changes and who signed it is seen before all of it counts, or nothing. */
export function ReferenceDialog({ table, name, onClose, onChanged }: ReferenceDialogProps) {
  const { t } = useTranslation('reference')
  const show = useText()
  const port = useBook()
  const session = useSession()
  const act = usePublishedAct()
  const { read, cancel, shown } = useReading()
  const [found, setFound] = useState<Proposal | ReferenceRefusal>()
  const [isTrusted, setIsTrusted] = useState(false)
  const [busy, setBusy] = useState<'fetch' | 'read' | 'take'>()
  const version = useChanges('reference')
  const { value: editions = [] } = useQueryState(
    async () => (table === undefined ? [] : port.referenceEditions(table)),
    `${table} ${version}`,
  )
  const proposal = found && !isRefusal(found) ? found : undefined
  const canTake = proposal && !proposal.changes.isHere && (proposal.changes.isKnown || isTrusted)

  const judge = async (asked: Asked): Promise<Proposal | ReferenceRefusal | undefined> => {
    const offer = await asked
    if (isRefusal(offer)) return offer
    const changes = await read(offer)
    if (changes === 'stopped') return undefined
    if (isRefusal(changes)) return changes
    const { signer } = changes
    return { offer, changes, ...(signer !== undefined && { fingerprint: await fingerprintOf(signer) }) }
  }
  const look = async (how: 'fetch' | 'read', asked: Asked) => {
    setBusy(how)
    setFound(undefined)
    setIsTrusted(false)
    setFound(await judge(asked).catch((error: unknown) => ({ ...describeFailure(error), fix: tryAgain })))
    setBusy(undefined)
  }
  const fetch = (of: string, have: readonly EditionView[]) =>
    void look('fetch', fetchOffer(session, of, have))
  const changed = async (changes?: ReferenceChanges) => {
    await ownCodesChanged(port)
    refreshView()
    onChanged?.(changes)
  }
  const take = async ({ offer, changes }: Proposal) => {
    setBusy('take')
    const { id, table: of, to } = changes
    const words = { name: show(changes.name), version: to }
    const done = await act(
      () =>
        port.takeReference(
          { id, table: of },
          t('why', { ...words, name: changes.name.zh, source: offer.source }),
        ),
      (result) => (isRefusal(result) ? undefined : t('done', words)),
    )
    setBusy(undefined)
    if (!done) return
    // It moved on since it was looked at, as another window may have taken it.
    if (isRefusal(done.result)) return setFound(done.result)
    await changed(done.result)
    onClose()
  }
  const keep = ({ offer, changes: { table: of, to } }: Proposal) =>
    saveFile(`${of}-${to}`, 'json', () => bytesOfFile(offer.file, 'list'))
  return (
    <Modal
      open
      width={880}
      title={t('title', { name: show(name) })}
      onCancel={onClose}
      styles={{ body: { maxHeight: 'calc(100vh - 240px)', overflow: 'auto' } }}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {proposal?.fingerprint && (
            <Button onClick={() => void keep(proposal)?.catch(() => undefined)}>{t('keep')}</Button>
          )}
          <ActButton
            does={deedOf(proposal?.changes.table ?? table)}
            type="primary"
            loading={busy === 'take'}
            disabled={!canTake}
            onClick={() => proposal && void take(proposal)}
          >
            {t('take')}
          </ActButton>
        </>
      }
    >
      <div className="reference" data-help="reference.update">
        {table !== undefined && <Editions editions={editions} onDropped={() => void changed()} />}
        <div className="reference-from">
          {table !== undefined && (
            <Button
              autoFocus
              type={proposal ? 'default' : 'primary'}
              loading={busy === 'fetch'}
              disabled={busy !== undefined}
              onClick={() => fetch(table, editions)}
            >
              {t('fetch')}
            </Button>
          )}
          <FileDrop
            title={{ zh: t('drop', { lng: 'zh' }), en: t('drop', { lng: 'en' }) }}
            accept={['.json']}
            disabled={busy !== undefined}
            onFiles={([file]) => file && void look('read', { file, source: file.name })}
          />
        </div>
        {shown && (
          <ProgressPanel
            title={{ zh: t('reading', { lng: 'zh' }), en: t('reading', { lng: 'en' }) }}
            state={shown.isCancelling ? 'cancelling' : 'running'}
            done={shown.done}
            total={shown.total || undefined}
            unit={{ zh: t('row', { lng: 'zh' }), en: t('row', { lng: 'en' }) }}
            elapsedMs={shown.elapsedMs}
            onCancel={cancel}
          />
        )}
        {found && isRefusal(found) && (
          <Alert
            type="error"
            showIcon
            title={show(found.text)}
            description={
              <>
                {show(found.fix)}
                {found.faults && (
                  <ul className="reference-faults">
                    {found.faults.map(({ field, why, fix }) => (
                      <li key={field}>{`${field}: ${show(why)} ${show(fix)}`}</li>
                    ))}
                  </ul>
                )}
              </>
            }
            action={
              table !== undefined &&
              mendedByAll.has(found.code) && <Button onClick={() => fetch(table, [])}>{t('fetchAll')}</Button>
            }
          />
        )}
        {proposal && (
          <>
            <Preview changes={proposal.changes} />
            <p>
              {proposal.fingerprint ? (
                <>
                  {t('signer')} <code className="reference-print">{proposal.fingerprint}</code>
                </>
              ) : (
                t('unsigned', { source: proposal.offer.source })
              )}
            </p>
            {proposal.changes.isKnown ? (
              <p>{t('known')}</p>
            ) : (
              <Checkbox checked={isTrusted} onChange={({ target }) => setIsTrusted(target.checked)}>
                {t(proposal.fingerprint ? 'trust' : 'answer')}
              </Checkbox>
            )}
          </>
        )}
      </div>
    </Modal>
  )
}
