import { Button, Radio } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeenCertificate } from '#shared/ipc/network'
import type { Trust } from '#shared/network/settings'
import { showTime } from '../../components/time'
import { textOfFile } from '../../data/whole-file'
import { useAct } from '../../app/useAct'

type TrustProps = { origin: string; trust: Trust; onChange: (trust: Trust) => void }

function Seen({ certificate }: { certificate: SeenCertificate }) {
  const { t } = useTranslation('network')
  const facts = [
    [t('trust.subject'), certificate.subject],
    [t('trust.issuer'), certificate.issuer],
    [t('trust.valid'), `${showTime(certificate.validFrom)} – ${showTime(certificate.validTo)}`],
    [t('trust.bySystem'), t(certificate.trustedBySystem ? 'trust.yes' : 'trust.no')],
  ] as const
  return (
    <dl className="network-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t('trust.fingerprint')}</dt>
        <dd>
          <code className="network-print">{certificate.fingerprint}</code>
        </dd>
      </div>
    </dl>
  )
}

/** Whom to believe: the machine's own trust, also one authority, or this very certificate. */
export function TrustChoice({ origin, trust, onChange }: TrustProps) {
  const { t } = useTranslation('network')
  const { refuse } = useAct()
  const input = useRef<HTMLInputElement>(null)
  const [seen, setSeen] = useState<{ certificate: SeenCertificate | null }>()
  const [busy, setBusy] = useState(false)
  const look = async () => {
    setBusy(true)
    const certificate = await window.yiguan.invoke('network.certificate', origin).catch(() => null)
    setSeen({ certificate })
    setBusy(false)
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    const pem = await textOfFile(file, 'line').catch(refuse)
    if (pem !== undefined) onChange({ mode: 'authority', pem, name: file.name })
  }
  const choose = (mode: Trust['mode']) => {
    if (mode === 'system') onChange({ mode })
    else if (mode === 'authority') input.current?.click()
    else if (seen?.certificate) onChange({ mode, fingerprints: [seen.certificate.fingerprint] })
    else void look()
  }
  return (
    <fieldset className="network-trust" data-help="network.trust">
      <legend>{t('trust.title')}</legend>
      <Radio.Group
        value={trust.mode}
        onChange={({ target }) => choose(target.value as Trust['mode'])}
        className="network-radios"
        options={[
          { value: 'system', label: t('trust.system') },
          {
            value: 'authority',
            label:
              trust.mode === 'authority'
                ? t('trust.authorityOf', { name: trust.name })
                : t('trust.authority'),
          },
          {
            value: 'pinned',
            label: t('trust.pinned'),
            disabled: trust.mode !== 'pinned' && !seen?.certificate,
          },
        ]}
      />
      <input
        ref={input}
        type="file"
        accept=".pem,.crt,.cer"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('trust.file')}
        onChange={(event) => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {trust.mode === 'pinned' && <code className="network-print">{trust.fingerprints.join('\n')}</code>}
      <div>
        <Button loading={busy} onClick={() => void look()}>
          {t('trust.look')}
        </Button>
        <span className="network-hint">{t('trust.compare')}</span>
      </div>
      {seen && (seen.certificate ? <Seen certificate={seen.certificate} /> : <p>{t('trust.nothing')}</p>)}
    </fieldset>
  )
}
