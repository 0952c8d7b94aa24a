import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { roles, type Role } from '#shared/forex/evidence/roles'
import { useWhyNot } from '../../../../app/roles'
import { ActButton } from '../../../../app/ActButton'
import { useBook } from '../../../../app/book'
import { FileDrop } from '../../../../components/FileDrop'
import { saveFile } from '../../../../components/save/save-file'
import { useText } from '../../../../components/text'
import { useColumnTitles } from '../../../../components/column-titles'
import type { ForexEvidenceFile, ForexEvidencePack } from '../../../../data/port'
import { useSheets } from '../../useSheets'
import { numberFor, takenFor, type Papers } from './originals'

const roleIds = Object.keys(roles) as Role[]
const accepted = ['.pdf', '.xml', '.ofd', '.jpg', '.jpeg', '.png', '.xlsx', '.csv', '.txt', '.zip']

/** 证据包 of receipts: originals with their roles, what is listed without one, and the pack with its digest. */
export function PackMaker({ credits, papers }: { credits: readonly string[]; papers: Papers }) {
  const { t } = useTranslation('forex')
  const show = useText()
  const title = useColumnTitles('forex', 'pack')
  const port = useBook()
  const refused = useWhyNot()('forexEvidence')
  const { message } = App.useApp()
  const { busy, keep } = useSheets()
  const [files, setFiles] = useState<ForexEvidenceFile[]>([])
  const [reason, setReason] = useState('')
  const [pack, setPack] = useState<ForexEvidencePack>()
  const change = (at: number, part: Partial<ForexEvidenceFile>) =>
    setFiles(files.map((one, other) => (other === at ? { ...one, ...part } : one)))
  const make = () =>
    keep('pack', async () => {
      const named = reason.trim()
      const made = await port.forexEvidence({
        credits: [...credits],
        files,
        ...(named && { named: { reason: named } }),
      })
      setPack(made)
      if (made.missing.length > 0) void message.warning(t('pack.missing', { count: made.missing.length }))
      return saveFile(made.fileName, 'zip', () => Promise.resolve(made.bytes))
    })
  return (
    <section className="face-card" aria-label={t('pack.title')} data-help="forex.pack">
      <h2>{t('pack.title')}</h2>
      <FileDrop
        refused={refused}
        title={title('drop')}
        hint={title('hint')}
        accept={accepted}
        multiple
        onFiles={(dropped) =>
          setFiles([
            ...files,
            ...dropped.map((file): ForexEvidenceFile => ({ ...takenFor(papers, file.name), file })),
          ])
        }
      />
      {files.length > 0 && (
        <table className="face-plain">
          <thead>
            <tr>
              <th>{t('pack.file')}</th>
              <th>{t('pack.role')}</th>
              <th>{t('pack.no')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {files.map(({ role, no, file }, at) => (
              <tr key={`${at} ${file.name}`}>
                <td>{file.name}</td>
                <td>
                  <Select<Role>
                    showSearch={{ optionFilterProp: 'label' }}
                    className="face-choice"
                    aria-label={`${t('pack.role')} ${file.name}`}
                    value={role}
                    onChange={(chosen) => change(at, { role: chosen, no: numberFor(papers, chosen, no) })}
                    options={roleIds.map((value) => ({ value, label: show(roles[value]) }))}
                  />
                </td>
                <td>
                  <Input
                    aria-label={`${t('pack.no')} ${file.name}`}
                    value={no}
                    onChange={({ target }) => change(at, { no: target.value })}
                  />
                </td>
                <td>
                  <Button
                    type="link"
                    size="small"
                    danger
                    onClick={() => setFiles(files.filter((_one, other) => other !== at))}
                  >
                    {t('line.drop')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="face-tools">
        <Input
          className="face-wide-input"
          aria-label={t('pack.named')}
          placeholder={t('pack.named')}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <ActButton
          does="forexEvidence"
          type="primary"
          disabled={credits.length === 0}
          loading={busy === 'pack'}
          onClick={() => void make()}
        >
          {t('pack.make')}
        </ActButton>
        <span className="face-note">{t('pack.says')}</span>
      </div>
      {pack && (
        <>
          <p>
            {t('pack.digest')} <code>{pack.indexSha256}</code>
          </p>
          {pack.missing.length > 0 && (
            <section aria-label={t('pack.without')}>
              <h3>{t('pack.without')}</h3>
              <ul className="face-list">
                {pack.missing.slice(0, 50).map(({ role, no }) => (
                  <li key={`${role} ${no}`}>
                    {show(roles[role])} {no}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </section>
  )
}
