import { Alert, App, Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { roles, type Role } from '#shared/forex/evidence/roles'
import { resultText } from '#shared/forex/verdict'
import { useBook } from '../../../../app/book'
import { FileDrop } from '../../../../components/FileDrop'
import { showAmount } from '../../../../components/numbers'
import { saveFile } from '../../../../components/save/save-file'
import { useText } from '../../../../components/text'
import { useColumnTitles } from '../../../../components/column-titles'
import type { ForexEvidenceFile, ForexEvidencePack } from '../../../../data/port'
import { useAsk } from '../../useAsk'
import { useDone } from '../../useDone'
import { useSheets } from '../../useSheets'
import { today } from '../../words'
import { useCredit } from '../context'
import { presentable } from '../steps'

const form = 'YYYY-MM-DD'
const roleIds = Object.keys(roles) as Role[]
const accepted = ['.pdf', '.xml', '.ofd', '.jpg', '.jpeg', '.png', '.xlsx', '.csv', '.txt', '.zip']

/** Hand the receipt to the bank and note it, or take that back; its papers are used by it meanwhile. */
function Present() {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const done = useDone()
  const ask = useAsk()
  const { credit, run } = useCredit()
  const { row, presented } = credit
  const [on, setOn] = useState(today)
  if (presented) {
    return (
      <Alert
        type="success"
        showIcon
        title={t('present.was', {
          on: presented.on,
          by: presented.by,
          result: show(resultText[presented.result]),
          amount: showAmount(presented.eligible, row.currency),
        })}
        action={
          <Button
            size="small"
            onClick={() =>
              ask({
                title: t('present.backAsk'),
                act: t('present.back'),
                run: () => done(() => port.withdrawForexCredits([row.id], t('why.withdraw'))),
              })
            }
          >
            {t('present.back')}
          </Button>
        }
      />
    )
  }
  const can = presentable(row.result) && run !== undefined && !run.outdated
  return (
    <form
      className="face-tools"
      onSubmit={(event) => {
        event.preventDefault()
        if (can) void done(() => port.presentForexCredits([row.id], on, t('why.present')))
      }}
    >
      <DatePicker
        allowClear={false}
        aria-label={t('present.on')}
        value={dayjs(on, form)}
        onChange={(day) => day && setOn(day.format(form))}
      />
      <Button htmlType="submit" type="primary" disabled={!can}>
        {t('present.do')}
      </Button>
      <span className="face-note">{t(can ? 'present.says' : 'present.cannot')}</span>
    </form>
  )
}

/** 证据包: originals with their roles, what is listed without one, and the pack with its digest. */
export function EvidenceStep() {
  const { t } = useTranslation('forex')
  const show = useText()
  const title = useColumnTitles('forex', 'pack')
  const port = useBook()
  const { message } = App.useApp()
  const { busy, keep } = useSheets()
  const { credit } = useCredit()
  const { row, verdict } = credit
  const [files, setFiles] = useState<ForexEvidenceFile[]>([])
  const [reason, setReason] = useState('')
  const [pack, setPack] = useState<ForexEvidencePack>()
  const change = (at: number, part: Partial<ForexEvidenceFile>) =>
    setFiles(files.map((one, other) => (other === at ? { ...one, ...part } : one)))
  const make = () =>
    keep('pack', async () => {
      const named = reason.trim()
      const made = await port.forexEvidence({
        credits: [row.id],
        files,
        ...(named && { named: { reason: named } }),
      })
      setPack(made)
      if (made.missing.length > 0) void message.warning(t('pack.missing', { count: made.missing.length }))
      return saveFile(made.fileName, 'zip', () => Promise.resolve(made.bytes))
    })
  return (
    <div className="face-page face-scroll" data-help="forex.evidence">
      {!verdict && <Alert type="info" showIcon title={t('declare.checkFirst')} />}
      <section className="face-card" aria-label={t('pack.title')} data-help="forex.pack">
        <h2>{t('pack.title')}</h2>
        <FileDrop
          title={title('drop')}
          hint={title('hint')}
          accept={accepted}
          multiple
          onFiles={(dropped) =>
            setFiles([
              ...files,
              ...dropped.map((file): ForexEvidenceFile => ({
                role: 'other',
                no: file.name.replace(/\.[^.]+$/, ''),
                file,
              })),
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
                      onChange={(chosen) => change(at, { role: chosen })}
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
          <Button type="primary" disabled={!verdict} loading={busy === 'pack'} onClick={() => void make()}>
            {t('pack.make')}
          </Button>
          <span className="face-note">{t('pack.says')}</span>
        </div>
        {pack && (
          <>
            <p>
              {t('pack.digest')} <code>{pack.indexSha256}</code>
            </p>
            {pack.missing.length > 0 && (
              <ul className="face-list">
                {pack.missing.slice(0, 50).map(({ role, no }) => (
                  <li key={`${role} ${no}`}>
                    {show(roles[role])} {no}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </section>
      <section className="face-card" aria-label={t('present.title')} data-help="forex.present">
        <h2>{t('present.title')}</h2>
        <Present />
      </section>
    </div>
  )
}
