import { CalendarOutlined, ExportOutlined, FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { groupDigits, showAmount } from '../../../components/numbers'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import { useWizard } from '../wizard/context'
import { Comparison } from './Comparison'
import { useOutputs, type Output } from './useOutputs'
import { verdictOf } from './verdict'

const outputs: readonly (readonly [Output, ReactNode])[] = [
  ['print', <FilePdfOutlined key="print" />],
  ['claim', <FileExcelOutlined key="claim" />],
  ['receipts', <FileExcelOutlined key="receipts" />],
  ['papers', <FileExcelOutlined key="papers" />],
  ['findings', <FileExcelOutlined key="findings" />],
  ['exchange', <ExportOutlined key="exchange" />],
  ['calendar', <CalendarOutlined key="calendar" />],
]

/** 结果: the verdict in words, what the batch comes to, and what is handed on. */
export function ResultStep() {
  const { t } = useTranslation('rebate')
  const show = useText()
  const { batch, go } = useWizard()
  const { busy, save } = useOutputs(batch)
  const { run, sums } = batch
  const { tone, text, next } = verdictOf(run)
  const facts = run
    ? [
        [t('result.at'), `${showTime(run.at)} ${run.who}`],
        [t('run.asOf'), run.asOf],
        [t('result.library'), run.library || t('run.noLibrary')],
        [t('batch.lines'), groupDigits(String(run.lines))],
        [t('batch.fobUsd'), showAmount(sums.fobUsd, 'USD')],
        ...(batch.kind === 'trading' ? [[t('batch.net'), showAmount(sums.net, 'CNY')] as const] : []),
        [t('batch.refund'), showAmount(run.refund, 'CNY')],
        [
          t('batch.findings'),
          t('batch.counts', { blocking: run.counts.blocking, warning: run.counts.warning, dealt: run.dealt }),
        ],
      ]
    : []
  return (
    <div className="face-page face-scroll" data-help="rebate.result">
      <Alert
        type={tone}
        showIcon
        title={<b>{show(text)}</b>}
        description={show(next)}
        action={
          tone !== 'success' && (
            <Button size="small" onClick={() => go('findings')}>
              {t('step.findings')}
            </Button>
          )
        }
      />
      {run && (
        <section className="face-card" aria-label={t('result.title')}>
          <dl className="face-facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="face-note">{t('result.says')}</p>
        </section>
      )}
      <section className="face-card" aria-label={t('output.title')} data-help="rebate.outputs">
        <h2>{t('output.title')}</h2>
        <div className="face-tools">
          {outputs.map(([what, icon]) => (
            <ActButton
              does="rebateTables"
              key={what}
              icon={icon}
              loading={busy === what}
              disabled={batch.lines === 0 || (!run && what !== 'calendar' && what !== 'papers')}
              onClick={() => void save(what)}
            >
              {t(`output.${what}`)}
            </ActButton>
          ))}
        </div>
        <p className="face-note">{t('output.says')}</p>
      </section>
      <Comparison batch={batch.id} />
    </div>
  )
}
