import { Alert, Descriptions, Input, Popconfirm, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SigningState } from '#shared/ipc/certificate'
import { signingModes, type SigningSetup } from '#shared/ceb/signature/setup'
import { uriSets } from '#shared/ceb/signature/algorithms'
import { ActButton } from '../../../app/ActButton'
import { showTime } from '../../../components/time'
import { useText } from '../../../components/text'
import '../file/file.css'
import { Unlock } from './Unlock'
import { useSigning } from './useSigning'

/** The signing certificate of the book: what it says, import, unlock, and which messages leave signed. */
export function CertificateView() {
  const { t } = useTranslation('certificate')
  const show = useText()
  const { book, signing, state, busy, run } = useSigning()
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!signing) return null
  const { invoke } = window.yiguan
  return (
    <div className="carry" data-view="queue/certificate">
      <div className="carry-head">
        <h1>{t('title')}</h1>
        <span className="carry-note">{t('what')}</span>
      </div>
      {signing.warnings.map((warning) => (
        <Alert key={warning.en} type="warning" showIcon title={show(warning)} />
      ))}
      <section className="carry-step" aria-label={t('certificate')} data-help="queue.certificate">
        <h2>{t('certificate')}</h2>
        <Facts signing={signing} />
        {signing.key === 'locked' && (
          <Unlock
            busy={busy}
            unlock={(password) => run(() => invoke('certificate.unlock', book, password), t('unlocked'))}
          />
        )}
        {signing.certificate && (
          <div className="carry-acts">
            {signing.key === 'ready' && (
              <ActButton
                does="certificate.lock"
                loading={busy}
                onClick={() => void run(() => invoke('certificate.lock', book))}
              >
                {t('lock')}
              </ActButton>
            )}
            <Popconfirm
              title={t('removeAsk')}
              okText={t('remove')}
              onConfirm={() => run(() => invoke('certificate.remove', book))}
            >
              <ActButton does="certificate.remove" danger loading={busy}>
                {t('remove')}
              </ActButton>
            </Popconfirm>
          </div>
        )}
      </section>
      <Import
        busy={busy}
        take={(password) => run(() => invoke('certificate.import', book, password))}
        again={signing.certificate !== null}
      />
      <Setup
        key={JSON.stringify(signing.setup)}
        signing={signing}
        busy={busy}
        save={(setup) => run(() => invoke('certificate.setUp', book, setup), t('saved'))}
      />
    </div>
  )
}

function Facts({ signing: { certificate, key } }: { signing: SigningState }) {
  const { t } = useTranslation('certificate')
  if (!certificate) return <span className="carry-note">{t('none')}</span>
  const { subject, issuer, serial, validFrom, validTo, key: kind } = certificate
  const facts = {
    subject,
    issuer,
    serial: <code>{serial}</code>,
    kind: kind.toUpperCase(),
    valid: `${showTime(validFrom)} – ${showTime(validTo)}`,
    state: t(`state.${key}`),
  }
  return (
    <Descriptions
      size="small"
      column={1}
      bordered
      items={Object.entries(facts).map(([name, children]) => ({
        key: name,
        label: t(`fact.${name}`),
        children,
      }))}
    />
  )
}

function Import({
  busy,
  take,
  again,
}: {
  busy: boolean
  take: (password: string) => Promise<void>
  again: boolean
}) {
  const { t } = useTranslation('certificate')
  const [password, setPassword] = useState('')
  return (
    <section className="carry-step" aria-label={t('import')} data-help="queue.certificate-import">
      <h2>{t(again ? 'importTitleAgain' : 'importTitle')}</h2>
      <div className="carry-field">
        <span>{t('filePassword')}</span>
        <Input.Password
          aria-label={t('filePassword')}
          style={{ width: 320 }}
          value={password}
          maxLength={256}
          autoComplete="off"
          onChange={(event) => setPassword(event.target.value)}
        />
        <ActButton
          does="certificate.import"
          loading={busy}
          disabled={password === ''}
          onClick={() => {
            setPassword('')
            void take(password)
          }}
        >
          {t(again ? 'importAgain' : 'import')}
        </ActButton>
      </div>
      <span className="carry-note">{t('importNote')}</span>
    </section>
  )
}

type SetupProps = { signing: SigningState; busy: boolean; save: (setup: SigningSetup) => Promise<void> }

function Setup({ signing, busy, save }: SetupProps) {
  const { t } = useTranslation('certificate')
  const show = useText()
  const [setup, setSetup] = useState(signing.setup)
  const change = (more: Partial<SigningSetup>) => setSetup({ ...setup, ...more })
  const usual = { value: '', label: t('usual') }
  return (
    <section className="carry-step" aria-label={t('setup')} data-help="queue.certificate-setup">
      <h2>{t('setup')}</h2>
      <Radio.Group
        aria-label={t('setup')}
        value={setup.mode}
        options={signingModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        onChange={({ target }) => change({ mode: target.value as SigningSetup['mode'] })}
      />
      <div className="carry-field">
        <span>{t('algorithm')}</span>
        <Select
          aria-label={t('algorithm')}
          style={{ width: 220 }}
          value={setup.algorithm ?? ''}
          options={[usual, ...signing.algorithms.map((value) => ({ value, label: value.toUpperCase() }))]}
          onChange={(value) => change({ algorithm: (value || null) as SigningSetup['algorithm'] })}
        />
      </div>
      <div className="carry-field">
        <span>{t('uris')}</span>
        <Select
          aria-label={t('uris')}
          style={{ width: 220 }}
          value={setup.uris ?? ''}
          options={[usual, ...uriSets.map((value) => ({ value, label: t(`set.${value}`) }))]}
          onChange={(value) => change({ uris: (value || null) as SigningSetup['uris'] })}
        />
      </div>
      <span className="carry-note">{show(signing.basis)}</span>
      <div className="carry-acts">
        <ActButton does="certificate.setUp" type="primary" loading={busy} onClick={() => void save(setup)}>
          {t('save')}
        </ActButton>
      </div>
    </section>
  )
}
