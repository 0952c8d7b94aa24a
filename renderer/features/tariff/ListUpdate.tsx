import { Alert, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeltaRefusal } from '#shared/codes/delta'
import { tableOfList } from '#shared/control/update'
import { ActButton } from '../../app/ActButton'
import { useBook, useSession } from '../../app/book'
import { refreshView } from '../../app/navigation'
import { fetchDelta, readDelta, tryAgain, type Signed } from '../../app/reference'
import { useUndoable } from '../../app/useUndoable'
import { describeFailure } from '../../components/failure'
import { FileDrop } from '../../components/FileDrop'
import { saveFile } from '../../components/save/save-file'
import { useText } from '../../components/text'
import { useOwnCodes } from '../../components/useCodeBook'
import type { ControlListView, ControlUpdate } from '../../data/port'

type Offer = (Signed & { update: ControlUpdate; isKnown: boolean }) | DeltaRefusal
type Props = {
  list: Pick<ControlListView, 'id' | 'name'>
  lists: readonly ControlListView[]
  onClose: () => void
}

/** 更新监管清单: a signed update by line or file; what it changes and who signed it is seen before it counts. */
export function ListUpdate({ list: { id, name }, lists, onClose }: Props) {
  const { t } = useTranslation('tariff')
  const show = useText()
  const port = useBook()
  const session = useSession()
  const own = useOwnCodes()
  const act = useUndoable()
  const [offer, setOffer] = useState<Offer>()
  const [isTrusted, setIsTrusted] = useState(false)
  const [busy, setBusy] = useState(false)
  const signed = offer && 'update' in offer ? offer : undefined
  /** What is here of what this key signed; the last one was taken last. */
  const since = (key: string) =>
    lists.findLast((one) => one.id === id && one.reference?.key === key)?.reference?.version
  const judge = async (asked: Promise<Signed | DeltaRefusal>): Promise<Offer> => {
    const read = await asked
    if ('fix' in read) return read
    const update = await port.planControlUpdate(read.delta, read.key)
    if ('fix' in update) return update
    const isKnown =
      lists.some(({ reference }) => reference?.key === read.key) ||
      own.editions.some(({ reference }) => reference?.key === read.key)
    return { ...read, update, isKnown }
  }
  const look = async (asked: Promise<Signed | DeltaRefusal>) => {
    setBusy(true)
    setIsTrusted(false)
    setOffer(
      await judge(asked).catch((error: unknown): Offer => ({ ...describeFailure(error), fix: tryAgain })),
    )
    setBusy(false)
  }
  const take = async ({ delta, key, source }: Signed) => {
    setBusy(true)
    const why = t('update.why', { version: delta.to, source })
    const done = await act(
      () => port.takeControlUpdate(delta, key, why),
      (result) => ('fix' in result ? undefined : t('update.done', { name: show(result.list.name) })),
    )
    setBusy(false)
    if (!done) return
    // It moved on since it was looked at, as another window may have taken it.
    if ('fix' in done.result) return setOffer(done.result)
    refreshView()
    onClose()
  }
  const keep = ({ delta }: Signed) =>
    saveFile(`${delta.table}-${delta.to}`, 'json', () =>
      Promise.resolve(new TextEncoder().encode(JSON.stringify(delta))),
    )
  return (
    <Modal
      open
      width={640}
      title={t('update.title', { name: show(name) })}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('update.cancel')}</Button>
          {signed && (
            <ActButton does="takeControlUpdate" onClick={() => void keep(signed).catch(() => undefined)}>
              {t('update.keep')}
            </ActButton>
          )}
          <ActButton
            does="takeControlUpdate"
            type="primary"
            loading={busy}
            disabled={!signed || !(signed.isKnown || isTrusted)}
            onClick={() => signed && void take(signed)}
          >
            {t('update.take')}
          </ActButton>
        </>
      }
    >
      <div className="tariff-update" data-help="tariff.update">
        <Button
          autoFocus
          loading={busy}
          onClick={() => void look(fetchDelta(session, tableOfList(id), since))}
        >
          {t('update.fetch')}
        </Button>
        <FileDrop
          title={{ zh: t('update.drop', { lng: 'zh' }), en: t('update.drop', { lng: 'en' }) }}
          accept={['.json']}
          onFiles={([file]) => file && void look(readDelta(file, session))}
        />
        {offer && 'fix' in offer && (
          <Alert type="error" showIcon title={show(offer.text)} description={show(offer.fix)} />
        )}
        {signed && (
          <>
            <p>
              {t('update.versions', {
                from: signed.update.from ?? t('update.none'),
                to: signed.update.list.version,
                on: signed.update.list.from,
              })}
              {' · '}
              {t('update.counts', {
                added: signed.update.added,
                changed: signed.update.changed,
                stopped: signed.update.stopped,
                same: signed.update.same,
              })}
            </p>
            <p>
              {t('update.signer')} <code className="tariff-print">{signed.fingerprint}</code>
            </p>
            {signed.isKnown ? (
              <p>{t('update.known')}</p>
            ) : (
              <Checkbox checked={isTrusted} onChange={({ target }) => setIsTrusted(target.checked)}>
                {t('update.trust')}
              </Checkbox>
            )}
          </>
        )}
      </div>
    </Modal>
  )
}
