import { Alert, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pick } from '#shared/filing/three-way'
import { ActButton } from '../ActButton'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { FilingDecision, FilingVersions as Versions } from '../../data/port'
import { useBook } from '../book'
import { useAct } from '../useAct'
import { VersionTable } from './VersionTable'
import type { FilingWords } from './words'
import '../../styles/faces.css'
import './versions.css'

/**
 * The way out of `version-differs`: a button beside a filing that was made from an old version; its window compares with the
 * newest one, field by field, and files what was decided.
 */
export function FilingVersions({
  kind,
  id,
  labelOf,
  shown,
}: FilingWords & { kind: FilingDecision['kind']; id: string }) {
  const { t } = useTranslation('versions')
  const show = useText()
  const port = useBook()
  const { refuse, offerUndo } = useAct()
  const [versions, setVersions] = useState<Versions>()
  const [choices, setChoices] = useState<Readonly<Record<string, Pick>>>({})
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  const compare = () =>
    run(async () => {
      setChoices({})
      setVersions((await port.filingVersions(kind, id)) as Versions)
    })
  const seen = versions?.ok ? versions : undefined
  const open = seen?.fields.filter(({ name, pick }) => !(choices[name] ?? pick)).length ?? 0
  const file = () =>
    run(async () => {
      const became = await port.decideFiling({ kind, key: id, version: seen!.version, choices }, t('why'))
      setVersions(undefined)
      offerUndo(t(`became.${became}`), undefined)
    })
  return (
    <>
      <ActButton
        does="decideFiling"
        size="small"
        type="primary"
        loading={busy && !versions}
        onClick={() => void compare()}
      >
        {t('decide')}
      </ActButton>
      <Modal
        open={versions !== undefined}
        width={960}
        title={t('title', { id })}
        okText={t('file')}
        cancelText={t('later')}
        okButtonProps={{ disabled: !seen || open > 0, loading: busy }}
        onOk={() => void file()}
        onCancel={() => setVersions(undefined)}
      >
        {versions && !versions.ok && (
          <Alert
            type="warning"
            showIcon
            title={show(versions.reason.text)}
            description={versions.reason.fix && show(versions.reason.fix)}
          />
        )}
        {seen && (
          <>
            <p className="face-note">
              {t('what', { base: seen.base, version: seen.version, time: showTime(seen.updatedAt) })}
            </p>
            <VersionTable
              fields={seen.fields}
              choices={choices}
              labelOf={labelOf}
              shown={shown}
              onChoose={(name, side) => setChoices((before) => ({ ...before, [name]: side }))}
            />
            <p role="status">{open > 0 ? t('open', { count: open }) : t('ready')}</p>
            <p className="face-note">{t('master')}</p>
          </>
        )}
      </Modal>
    </>
  )
}
