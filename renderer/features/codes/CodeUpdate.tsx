import { Alert, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeBook } from '#shared/codes/book'
import type { CodeTableId } from '#shared/codes/table'
import { useSession } from '../../app/book'
import { tryAgain } from '../../app/reference'
import { describeFailure } from '../../components/failure'
import { FileDrop } from '../../components/FileDrop'
import { saveFile } from '../../components/save/save-file'
import { listed, useText } from '../../components/text'
import { useOwnCodes } from '../../components/useCodeBook'
import { fetchUpdate, readUpdate, type Offer, type Proposal } from './updates'
import { useCodeActs } from './useCodeActs'

type UpdateProps = { table: CodeTableId; book: CodeBook; onClose: () => void }

/** 更新代码表: a signed update from the single window or from a file; what it changes is seen before it counts. */
export function CodeUpdate({ table, book, onClose }: UpdateProps) {
  const { t } = useTranslation('codes')
  const show = useText()
  const session = useSession()
  const own = useOwnCodes()
  const { put, setComplete } = useCodeActs()
  const [offer, setOffer] = useState<Offer>()
  const [isTrusted, setIsTrusted] = useState(false)
  const [busy, setBusy] = useState(false)
  const proposal = offer && 'delta' in offer ? offer : undefined

  const look = async (asked: Promise<Offer>) => {
    setBusy(true)
    setIsTrusted(false)
    setOffer(
      await asked.catch((error: unknown): Offer => ({
        ...describeFailure(error),
        fix: tryAgain,
      })),
    )
    setBusy(false)
  }
  const take = async ({ table: id, codes, to, key, source }: Proposal) => {
    setBusy(true)
    try {
      const date = new Date().toISOString()
      const why = t('update.why', { version: to, source })
      if (codes.length > 0) await put(codes, why, t('update.done', { count: codes.length }))
      const edition = { edition: to, date, source, complete: book.table(id).complete }
      const practice = session.entry.kind === 'practice' ? { practice: true as const } : {}
      await setComplete(id, { ...edition, ...practice, reference: { key, version: to } }, why, t('saved'))
      onClose()
    } catch {
      // Said by the act; what was offered stays.
    } finally {
      setBusy(false)
    }
  }
  const keep = ({ table: id, to, delta }: Proposal) =>
    saveFile(`${id}-${to}`, 'json', () => Promise.resolve(new TextEncoder().encode(JSON.stringify(delta))))

  return (
    <Modal
      open
      title={t('update.title', { table: t(`table.${table}`) })}
      width={640}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('edit.cancel')}</Button>
          {proposal && (
            <Button onClick={() => void keep(proposal).catch(() => undefined)}>{t('update.keep')}</Button>
          )}
          <Button
            type="primary"
            loading={busy}
            disabled={!proposal || !(proposal.isKnown || isTrusted)}
            onClick={() => proposal && void take(proposal)}
          >
            {t('update.take')}
          </Button>
        </>
      }
    >
      <div className="codes-form" data-help="codes.update">
        <Button autoFocus loading={busy} onClick={() => void look(fetchUpdate(session, table, book, own))}>
          {t('update.fetch')}
        </Button>
        <FileDrop
          title={{ zh: t('update.drop', { lng: 'zh' }), en: t('update.drop', { lng: 'en' }) }}
          accept={['.json']}
          onFiles={([file]) => file && void look(readUpdate(file, session, book, own))}
        />
        {offer && !proposal && 'text' in offer && (
          <Alert type="error" showIcon title={show(offer.text)} description={show(offer.fix)} />
        )}
        {proposal && <Proposed proposal={proposal} isTrusted={isTrusted} onTrust={setIsTrusted} />}
      </div>
    </Modal>
  )
}

type ProposedProps = { proposal: Proposal; isTrusted: boolean; onTrust: (isTrusted: boolean) => void }

function Proposed({ proposal, isTrusted, onTrust }: ProposedProps) {
  const { t } = useTranslation('codes')
  const show = useText()
  const { table, from, to, added, changed, stopped, same, codes, fingerprint, isKnown } = proposal
  return (
    <>
      <p>
        {t('update.versions', { table: t(`table.${table}`), from: from ?? t('update.shipped'), to })}
        {' · '}
        {t('update.counts', { added, changed, stopped, same })}
      </p>
      {codes.length > 0 && (
        <p>{show(listed(codes.slice(0, 3).map(({ code, name }) => `${code} ${name}`)))}</p>
      )}
      <p>
        {t('update.signer')} <code className="codes-print">{fingerprint}</code>
      </p>
      {isKnown ? (
        <p>{t('update.known')}</p>
      ) : (
        <Checkbox checked={isTrusted} onChange={({ target }) => onTrust(target.checked)}>
          {t('update.trust')}
        </Checkbox>
      )}
    </>
  )
}
