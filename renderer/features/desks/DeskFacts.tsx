import { Alert, Button, Descriptions, Popconfirm, Switch, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhyNot } from '../../app/roles'
import { ActButton } from '../../app/ActButton'
import { meetDesks } from '../../app/desks'
import { openRoom } from '../../app/navigation'
import { useSession } from '../../app/book'
import { useAct } from '../../app/useAct'
import { FileDrop } from '../../components/FileDrop'
import { saveFile } from '../../components/save/save-file'
import { listed, useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { DeskMeeting, DeskState } from '../../data/port'
import { ReservedNumbers } from './ReservedNumbers'
import { SignerCheck, type UnknownSigner } from './SignerCheck'
import { Stays } from './Stays'
import { bytesOfFile } from '../../data/whole-file'

/** Who the desks are, when they last met, and meeting them: through the service, or by a carried file. */
export function DeskFacts({ desk }: { desk: DeskState }) {
  const { t } = useTranslation('desks')
  const show = useText()
  const session = useSession()
  const whyNot = useWhyNot()
  const refused = whyNot('importDesks')
  const noUse = whyNot('useDesks')
  const { refuse } = useAct()
  const [busy, setBusy] = useState(false)
  const [met, setMet] = useState<DeskMeeting>()
  const [unknown, setUnknown] = useState<UnknownSigner>()
  const { port, entry, enterprise } = session
  const owner = { code: enterprise?.customsCode ?? '', name: enterprise?.name ?? '' }
  const { counts, clash, moved, on, sameNames } = desk

  const work = async (act: () => Promise<DeskMeeting | undefined>) => {
    setBusy(true)
    setMet(undefined)
    setUnknown(undefined)
    try {
      setMet(await act())
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  const exportFile = async () => {
    const name = t('fileName', { code: desk.code, day: new Date().toISOString().slice(0, 10) })
    const saved = await saveFile(name, 'yiguan', async () => {
      const bytes = (await port.exportDesks()) as Uint8Array
      return window.yiguan.invoke('carry.sealDesks', entry.id, { enterprise: owner, bytes })
    })
    return saved
      ? { ok: true as const, captured: 0, sent: 0, received: 0, merged: 0, conflicts: 0, waits: 0 }
      : undefined
  }
  const importFiles = (files: readonly File[]) =>
    work(async () => {
      const file = await bytesOfFile(files[0]!, 'carried')
      const { bytes, fingerprint } = await window.yiguan.invoke('carry.openDesks', entry.id, {
        code: owner.code,
        bytes: file,
      })
      return takeIn(bytes, fingerprint, false)
    })
  const takeIn = async (bytes: Uint8Array, fingerprint: string, confirmed: boolean) => {
    const signer = { fingerprint, confirmed }
    const meeting = (await port.importDesks(bytes, t('why.file'), signer)) as DeskMeeting
    if (meeting.ok || meeting.reason.code !== 'desk-signer-new') return meeting
    setUnknown({ bytes, fingerprint, reason: meeting.reason })
    return undefined
  }
  return (
    <div className="desk-facts">
      {clash && (
        <Alert
          type="error"
          showIcon
          title={t('clash.title', { code: clash.code })}
          description={t('clash.what', { free: clash.free ?? '' })}
          action={<Button onClick={() => openRoom('enterprise')}>{t('clash.change')}</Button>}
        />
      )}
      {sameNames.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('sameNames.title', { names: show(listed(sameNames)) })}
          description={t('sameNames.what')}
          action={<Button onClick={() => openRoom('templates')}>{t('sameNames.change')}</Button>}
        />
      )}
      <Descriptions
        size="small"
        bordered
        column={4}
        items={[
          { key: 'code', label: t('code'), children: <strong>{desk.code}</strong> },
          { key: 'metAt', label: t('metAt'), children: desk.metAt ? showTime(desk.metAt) : t('never') },
          { key: 'conflicts', label: t('count.conflicts'), children: counts.conflicts },
          { key: 'unsent', label: t('count.unsent'), children: counts.unsent },
          { key: 'waits', label: t('count.waits'), children: counts.waits },
          { key: 'held', label: t('count.held'), children: counts.held },
          { key: 'parked', label: t('count.parked'), children: counts.parked },
        ]}
      />
      <div className="desk-tools" role="toolbar" aria-label={t('tools')}>
        <label className="desk-switch" data-help="desks.on">
          <Switch
            checked={on}
            disabled={Boolean(moved) || noUse !== undefined}
            title={noUse ?? ''}
            onChange={(next) => void port.useDesks(next).catch(refuse)}
            aria-label={t('on')}
          />
          {t('on')}
        </label>
        <ActButton
          does="meetDesks"
          type="primary"
          loading={busy}
          disabled={!on || Boolean(moved)}
          onClick={() => void work(() => meetDesks(session, t('why.service')))}
        >
          {t('meet')}
        </ActButton>
        <ActButton does="exportDesks" disabled={busy || Boolean(moved)} onClick={() => void work(exportFile)}>
          {t('export')}
        </ActButton>
        <ReservedNumbers />
        {counts.parked > 0 && (
          <ActButton does="retryParked" onClick={() => void port.retryParked().catch(refuse)}>
            {t('retryParked')}
          </ActButton>
        )}
      </div>
      {!on && <p className="desk-hint">{t('offHint')}</p>}
      {met && <Meeting met={met} words={show} />}
      <SignerCheck
        file={unknown}
        onConfirm={({ bytes, fingerprint }) => void work(() => takeIn(bytes, fingerprint, true))}
        onCancel={() => setUnknown(undefined)}
      />
      <Stays />
      <FileDrop
        refused={refused}
        title={{ zh: t('import'), en: t('import') }}
        hint={{ zh: t('importHint'), en: t('importHint') }}
        accept={['.yiguan']}
        disabled={busy || Boolean(moved)}
        onFiles={(files) => void importFiles(files)}
      />
      <Table
        size="small"
        rowKey="id"
        aria-label={t('desks')}
        pagination={false}
        dataSource={desk.desks}
        locale={{ emptyText: t('noDesks') }}
        columns={[
          { title: t('code'), dataIndex: 'code' },
          {
            title: t('name'),
            render: (_v, row) => `${row.name}${row.id === desk.id ? t('this') : ''}`,
          },
          { title: t('state'), render: (_v, row) => t(`deskState.${row.state}`) },
          { title: t('seenAt'), render: (_v, row) => showTime(row.seenAt) },
          { title: t('signer.key'), render: (_v, row) => <KnownKey desk={desk} id={row.id} /> },
        ]}
      />
    </div>
  )
}

/** The key with which the files of a desk are signed, once an officer confirmed it. */
function KnownKey({ desk: { signers }, id }: { desk: DeskState; id: string }) {
  const { t } = useTranslation('desks')
  const { port } = useSession()
  const { refuse } = useAct()
  const known = signers.find(({ desk }) => desk === id)
  if (!known) return null
  const { fingerprint, at, who } = known
  return (
    <>
      <code className="desk-print" title={`${fingerprint}\n${showTime(at)} ${who}`}>
        {fingerprint.slice(0, 23)}…
      </code>{' '}
      <Popconfirm
        title={t('signer.forget')}
        description={t('signer.forgetWhat')}
        okText={t('signer.forget')}
        onConfirm={() => void port.forgetSigner(id).catch(refuse)}
      >
        <ActButton does="forgetSigner" type="link" size="small">
          {t('signer.forget')}
        </ActButton>
      </Popconfirm>
    </>
  )
}

function Meeting({ met, words }: { met: DeskMeeting; words: ReturnType<typeof useText> }) {
  const { t } = useTranslation('desks')
  if (!met.ok) {
    const { text, fix } = met.reason
    return (
      <Alert
        type="error"
        showIcon
        data-testid="desk-met"
        title={words(text)}
        description={fix && words(fix)}
      />
    )
  }
  return (
    <Alert
      type={met.conflicts > 0 ? 'warning' : 'success'}
      showIcon
      data-testid="desk-met"
      title={t('met', { received: met.received, merged: met.merged, sent: met.sent })}
      description={met.conflicts + met.waits > 0 ? t('metOpen', { ...met }) : undefined}
    />
  )
}
