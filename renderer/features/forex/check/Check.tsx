import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { resultText } from '#shared/forex/verdict'
import { results } from '#shared/model/forex/result'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { openRoom, openTab } from '../../../app/navigation'
import { useQueryState } from '../../../app/useQuery'
import { saveFile } from '../../../components/save/save-file'
import { groupDigits } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { ForexFindingView } from '../../../data/port'
import { useForexChanges } from '../changes'
import { aimAt } from '../credit/aim'
import { placeOf } from '../credit/steps'
import { NoSubject } from '../subject/NoSubject'
import { useSheets } from '../useSheets'
import { resultTones, today } from '../words'
import { FindingList } from './FindingList'
import { ForexDesk } from './ForexDesk'
import { RunBar } from './RunBar'

/** 结汇预检 of everything in the flow: how many can be presented and with how much, and all that was found. */
export function Check() {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const { busy, save, keep } = useSheets()
  const { value } = useQueryState(
    async () => ({ runs: await port.forexRuns(), stated: (await port.forexSubject()) !== undefined }),
    useForexChanges(),
  )
  const run = value?.runs[0]
  const jump = ({ rule, field, credits, target }: ForexFindingView) => {
    const place = placeOf(rule, field)
    const [credit] = credits
    if ('face' in place || credit === undefined)
      return openRoom('forex', { face: 'face' in place ? place.face : 'ledger' })
    aimAt({ credit, ...place })
    openTab({ view: 'forex/credit', params: { id: credit }, title: target })
  }
  const exchange = () =>
    keep('exchange', async () => {
      const { fileName, text } = await port.forexExchange(today())
      return saveFile(fileName, 'json', () => Promise.resolve(new TextEncoder().encode(text)))
    })
  return (
    <section className="face-page" aria-label={t('face.check')} data-help="forex.check">
      {value && !value.stated && <NoSubject />}
      <RunBar run={run} />
      {run && (
        <div className="face-tools">
          {results.map((result) => (
            <StateTag key={result} tone={resultTones[result]}>
              {show(resultText[result])} {run.results[result] ?? 0}
            </StateTag>
          ))}
          <span className="face-figure">
            <span>{t('run.eligibleUsd')}</span> <b>{groupDigits(run.totals.eligibleUsd)}</b>
          </span>
          <span className="face-figure">
            <span>{t('run.heldUsd')}</span> <b>{groupDigits(run.totals.heldUsd)}</b>
          </span>
          <span className="face-space" />
          <ActButton
            does="print.pdf"
            icon={<FilePdfOutlined />}
            loading={busy === 'pdf'}
            onClick={() => void save('pdf', 'verdicts')}
          >
            {t('output.report')}
          </ActButton>
          <ActButton
            does="forexTables"
            icon={<FileExcelOutlined />}
            loading={busy === 'excel'}
            onClick={() => void save('excel', 'verdicts')}
          >
            {t('output.excel')}
          </ActButton>
        </div>
      )}
      {run && (
        <ForexDesk run={run}>
          <ActButton does="forexExchange" loading={busy === 'exchange'} onClick={() => void exchange()}>
            {t('output.exchange')}
          </ActButton>
        </ForexDesk>
      )}
      {run && <FindingList run={run.run} onJump={jump} />}
    </section>
  )
}
