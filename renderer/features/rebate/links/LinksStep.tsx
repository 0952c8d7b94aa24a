import { BulbOutlined, LinkOutlined } from '@ant-design/icons'
import { App, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useCommand } from '../../../app/useCommand'
import { useColumnTitles } from '../../../components/column-titles'
import { showAmount } from '../../../components/numbers'
import type { Condition, RebateLinkRow, RebateSuggestion } from '../../../data/port'
import { useInvoiceColumns, useLineColumns, useLinkColumns } from '../columns'
import { ListBar, useWords } from '../../../app/list/ListBar'
import { PagedGrid } from '../../../app/list/PagedGrid'
import { ImportButton } from '../sources/ImportButton'
import { useAttempt } from '../../../app/useAttempt'
import { useRebateList } from '../useRebateList'
import { useWizard } from '../wizard/context'
import { HandLink } from './HandLink'
import { LinkDetail } from './LinkDetail'
import { Suggestion } from './Suggestion'
import { useLinkActs } from './useLinkActs'

const unlinked: readonly Condition[] = [{ column: 'linkNos', is: 'empty' }]
const usable: readonly Condition[] = [
  { column: 'usage', is: 'in', values: ['rebate'] },
  { column: 'status', is: 'in', values: ['normal'] },
  { column: 'leftQty', is: 'not-in', values: ['0'] },
]
const numbered = (column: string, id: string): Condition[] => [{ column, is: 'in', values: [id] }]

/** 配单: exports not linked yet on the left, what is left of invoice lines on the right, the 关联号 beneath. */
export function LinksStep() {
  const { t } = useTranslation('rebate')
  const title = useColumnTitles('rebate', 'link')
  const { batch, focus } = useWizard()
  const { message } = App.useApp()
  const lineWords = useWords('name', unlinked)
  const invoiceWords = useWords('name', focus?.kind === 'invoices' ? numbered('id', focus.id) : usable)
  const linkWords = useWords('linkNo', focus?.kind === 'links' ? numbered('id', focus.id) : [])
  const lists = {
    lines: useRebateList('lines', batch.id, lineWords.where),
    invoices: useRebateList('invoices', undefined, invoiceWords.where),
    links: useRebateList('links', batch.id, linkWords.where),
  }
  const lineColumns = useLineColumns(true)
  const invoiceColumns = useInvoiceColumns(true)
  const linkColumns = useLinkColumns()
  const port = useBook()
  const act = useAttempt()
  const acts = useLinkActs(lists)
  const [suggestion, setSuggestion] = useState<RebateSuggestion | 'asking'>()
  const [opened, setOpened] = useState<RebateLinkRow>()
  const canHand = !batch.locked && lists.lines.picked !== undefined && lists.invoices.picked !== undefined
  const picked = lists.links.selection.mode === 'some' ? lists.links.selection.ids.size : 2
  const suggest = async () => {
    setSuggestion('asking')
    setSuggestion(await act(() => port.suggestRebateLinks(batch.id)))
  }
  useCommand({
    id: 'rebate.link',
    does: 'linkRebate',
    title: 'rebate:link.hand',
    group: 'room',
    keys: 'Alt+L',
    enabled: () => canHand,
    run: () => void acts.openHand(),
  })
  return (
    <div className="face-page rebate-links" data-help="rebate.links">
      <div className="rebate-sides">
        <section className="face-page" aria-label={t('link.openExports')}>
          <ListBar words={lineWords} placeholder={t('item.search')} list={lists.lines} />
          <div className="face-grid">
            <PagedGrid
              id="rebate-open-lines"
              label={title('openExports')}
              list={lists.lines}
              columns={lineColumns}
              selectable
              empty={t('link.allLinked')}
            />
          </div>
        </section>
        <section className="face-page" aria-label={t('link.openInvoices')}>
          <ListBar words={invoiceWords} placeholder={t('invoice.search')} list={lists.invoices}>
            <ImportButton kind="invoices" />
          </ListBar>
          <div className="face-grid">
            <PagedGrid
              id="rebate-open-invoices"
              label={title('openInvoices')}
              list={lists.invoices}
              columns={invoiceColumns}
              selectable
              empty={t('link.noInvoices')}
            />
          </div>
        </section>
      </div>
      <ListBar words={linkWords} placeholder={t('link.search')} list={lists.links}>
        <span className="face-note">
          {t('link.sums', {
            links: batch.sums.links,
            fobUsd: showAmount(batch.sums.fobUsd, 'USD'),
            net: showAmount(batch.sums.net, 'CNY'),
            refund: showAmount(batch.sums.refund, 'CNY'),
          })}
        </span>
        <Popconfirm
          title={t('link.dissolveAsk')}
          okText={t('link.dissolve')}
          cancelText={t('cancel')}
          onConfirm={() => void acts.dissolve()}
        >
          <ActButton does="unlinkRebate" danger disabled={batch.locked || !lists.links.picked}>
            {t('link.dissolve')}
          </ActButton>
        </Popconfirm>
        <ActButton
          does="mergeRebateLinks"
          disabled={batch.locked || picked < 2}
          onClick={() => void acts.merge()}
        >
          {t('link.merge')}
        </ActButton>
        <ActButton
          does="linkRebate"
          icon={<LinkOutlined />}
          disabled={!canHand}
          onClick={() => void acts.openHand()}
        >
          {t('link.hand')}
        </ActButton>
        <ActButton
          does="applyRebateSuggestion"
          type="primary"
          icon={<BulbOutlined />}
          disabled={batch.locked}
          loading={suggestion === 'asking'}
          onClick={() => void suggest()}
        >
          {t('link.suggest')}
        </ActButton>
      </ListBar>
      <div className="face-grid">
        <PagedGrid
          id="rebate-links"
          label={title('links')}
          list={lists.links}
          columns={linkColumns}
          selectable
          onOpen={setOpened}
          empty={t('link.none')}
        />
      </div>
      {suggestion !== undefined && suggestion !== 'asking' && (
        <Suggestion
          value={suggestion}
          onDone={(count) => {
            setSuggestion(undefined)
            void message.success(t('suggest.done', { count }))
          }}
          onClose={() => setSuggestion(undefined)}
        />
      )}
      {acts.hand && <HandLink {...acts.hand} onDone={acts.clear} onClose={acts.closeHand} />}
      {opened && <LinkDetail link={opened} onClose={() => setOpened(undefined)} />}
    </div>
  )
}
