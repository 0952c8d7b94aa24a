import { FileExcelOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { creditNatures, type CreditNature } from '#shared/forex/ledger/claims'
import { resultText } from '#shared/forex/verdict'
import { results } from '#shared/model/forex/result'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { ListBar, useWords } from '../../../app/list/ListBar'
import { openTab } from '../../../app/navigation'
import { useAttempt } from '../../../app/useAttempt'
import { useCommand } from '../../../app/useCommand'
import { useColumnTitles } from '../../../components/column-titles'
import { nothingSelected, onlyPicked, selectedCount } from '../../../components/grid'
import { useText } from '../../../components/text'
import type { ForexClaim } from '../../../data/port'
import { creditStages } from '#shared/forex/book/records'
import { PagedGrid } from '../../../app/list/PagedGrid'
import { ImportButton } from '../sources/ImportButton'
import { useForexList } from '../useForexList'
import { useSheets } from '../useSheets'
import { today } from '../words'
import { openOf, type OpenAge } from './claim'
import { ClaimDialog } from './ClaimDialog'
import { useCreditColumns } from './columns'
import { LedgerTotals } from './LedgerTotals'
import { PackDialog } from './PackDialog'
import { OpenAges } from './OpenAges'
import { creditTitle } from './title'

/** 收汇台账: every credit, what it is, what is matched and left; 认领 of one or of many. */
export function Ledger() {
  const { t } = useTranslation('forex')
  const show = useText()
  const title = useColumnTitles('forex', 'face')
  const port = useBook()
  const attempt = useAttempt()
  const { message } = App.useApp()
  const columns = useCreditColumns()
  const [age, setAge] = useState<OpenAge | ''>('')
  const day = today()
  const aged = useMemo(() => (age === '' ? [] : openOf(age, day)), [age, day])
  const words = useWords('payer', aged)
  const list = useForexList('credits', words.where)
  const [claiming, setClaiming] = useState<{ claimed: ForexClaim | undefined }>()
  const [packing, setPacking] = useState(false)
  const { save, busy } = useSheets()
  const { picked } = list
  const count = selectedCount(list.selection, list.source.total)
  const claim = async () => {
    const one = onlyPicked(list.selection)
    // Of one that was claimed before, what was said stands in the dialog.
    const credit = one !== undefined && (await attempt(() => port.forexCredit(one)))
    setClaiming({ claimed: credit ? credit.claim : undefined })
  }
  useCommand({
    id: 'forex.claim',
    does: 'claimForexCredits',
    title: 'forex:claim.do',
    group: 'room',
    keys: 'Alt+L',
    enabled: () => picked !== undefined,
    run: () => void claim(),
  })
  const unclaim = async () => {
    if (!picked) return
    const taken = await attempt(() => port.unclaimForexCredits(picked, t('why.unclaim')))
    if (taken === undefined) return
    void message.success(t('claim.taken', { count: taken }))
    list.setSelection(nothingSelected)
  }
  return (
    <section className="face-page" aria-label={t('face.ledger')} data-help="forex.ledger">
      <ListBar
        words={words}
        placeholder={t('credit.search')}
        list={list}
        choices={[
          {
            column: 'stage',
            title: t('credit.stage'),
            options: creditStages.map((value) => ({ value, label: t(`stage.${value}`) })),
          },
          {
            column: 'nature',
            title: t('credit.nature'),
            options: (Object.keys(creditNatures) as CreditNature[]).map((value) => ({
              value,
              label: show(creditNatures[value]),
            })),
          },
          {
            column: 'result',
            title: t('credit.result'),
            options: results.map((value) => ({ value, label: show(resultText[value]) })),
          },
        ]}
      >
        <ActButton does="unclaimForexCredits" disabled={!picked} onClick={() => void unclaim()}>
          {t('claim.takeBack')}
        </ActButton>
        <ActButton does="claimForexCredits" type="primary" disabled={!picked} onClick={() => void claim()}>
          {t('claim.do')}
        </ActButton>
      </ListBar>
      <div className="face-tools">
        <OpenAges value={age} onChange={setAge} />
        <span className="face-space" />
        <ImportButton kind="bank" />
        <ActButton does="forexEvidence" disabled={!picked} onClick={() => setPacking(true)}>
          {t('pack.title')}
        </ActButton>
        <ActButton
          does="forexTables"
          icon={<FileExcelOutlined />}
          loading={busy === 'excel'}
          onClick={() => void save('excel', 'credits')}
        >
          {t('output.excel')}
        </ActButton>
      </div>
      <div className="face-grid">
        <PagedGrid
          id="forex-credits"
          label={title('ledger')}
          list={list}
          columns={columns}
          selectable
          empty={t(age ? 'list:noneMatch' : 'credit.none')}
          onOpen={(row) => openTab({ view: 'forex/credit', params: { id: row.id }, title: creditTitle(row) })}
        />
      </div>
      <LedgerTotals />
      {packing && picked && <PackDialog credits={picked} onClose={() => setPacking(false)} />}
      {claiming && picked && (
        <ClaimDialog
          credits={picked}
          count={count}
          claimed={claiming.claimed}
          onDone={() => {
            setClaiming(undefined)
            list.setSelection(nothingSelected)
          }}
          onClose={() => setClaiming(undefined)}
        />
      )}
    </section>
  )
}
