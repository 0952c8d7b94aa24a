import { CheckOutlined } from '@ant-design/icons'
import { Alert, App, DatePicker, Popconfirm, Spin, Table, type TableColumnsType } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits, showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { savePdf } from '../../../components/save/save-pdf'
import { languageOf, useText } from '../../../components/text'
import type { ExemptRow, ExemptView } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { FigureTree } from '../../../app/grounds/FigureTree'
import { useAttempt } from '../../../app/useAttempt'
import { writtenPeriod } from '../words'
import { ExemptPolicy } from './ExemptPolicy'
import { useExemptSheet } from './useExemptSheet'

function Sums({ title, sums }: { title: string; sums: ExemptView['byCountry'] }) {
  return (
    <section className="face-card" aria-label={title}>
      <h2>{title}</h2>
      <table className="face-plain">
        <tbody>
          {sums.map(({ name, cny }) => (
            <tr key={name}>
              <td>{name || '—'}</td>
              <td className="face-number">{showAmount(cny, 'CNY')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Figures({ view }: { view: ExemptView }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  return (
    <section className="face-card" aria-label={t('exempt.figures')} data-help="rebate.exemptFigures">
      <h2>{t('exempt.figures')}</h2>
      <table className="face-plain">
        <tbody>
          {view.figures.map(({ id, label, place, confirmed, value }) => (
            <tr key={id}>
              <td>{show(label)}</td>
              <td className="face-number">{showAmount(value, 'CNY')}</td>
              <td>
                {show(place)} {!confirmed && <StateTag tone="waiting">{t('unconfirmed')}</StateTag>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function useRowColumns(): TableColumnsType<ExemptRow> {
  const { t } = useTranslation('rebate')
  return [
    {
      key: 'source',
      title: t('exempt.source'),
      width: 200,
      render: (_v, { source, corrects, decided }) => (
        <>
          {source} {decided && <StateTag tone="waiting">{t('exempt.decided')}</StateTag>}
          {corrects && <div className="face-note">{t('exempt.corrects', { source: corrects })}</div>}
        </>
      ),
    },
    {
      key: 'exportDate',
      title: t('item.exportDate'),
      width: 100,
      render: (_v, { exportDate }) => exportDate,
    },
    {
      key: 'amount',
      title: t('item.amount'),
      width: 150,
      align: 'right',
      render: (_v, { amount, currency }) => `${currency} ${showAmount(amount, currency)}`,
    },
    {
      key: 'rate',
      title: t('exempt.rate'),
      width: 170,
      align: 'right',
      render: (_v, { fxRate, fxDate }) => `${fxRate} ${fxDate}`,
    },
    {
      key: 'cny',
      title: t('exempt.cny'),
      width: 130,
      align: 'right',
      render: (_v, { cny }) => showAmount(cny, 'CNY'),
    },
    { key: 'country', title: t('exempt.country'), width: 110, render: (_v, { country }) => country },
    { key: 'shop', title: t('exempt.shop'), render: (_v, { shop }) => shop },
    {
      key: 'declaredIn',
      title: t('exempt.declaredIn'),
      width: 100,
      render: (_v, { declaredIn }) => (declaredIn ? writtenPeriod(declaredIn) : ''),
    },
  ]
}

function Month({ view }: { view: ExemptView }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const columns = useRowColumns()
  const { incomeTax } = view
  const openLeft = view.left.filter(({ open }) => open).length
  return (
    <>
      {view.missingRates.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('exempt.missing', { count: view.missingRates.length })}
          description={view.missingRates
            .slice(0, 20)
            .map(({ source, currency, day }) => `${source} ${currency} ${day}`)
            .join('; ')}
        />
      )}
      <Figures view={view} />
      <div className="rebate-pair">
        <Sums title={t('exempt.byCountry')} sums={view.byCountry} />
        <Sums title={t('exempt.byShop')} sums={view.byShop} />
      </div>
      <section className="face-card" aria-label={t('exempt.incomeTax')}>
        <h2>{t('exempt.incomeTax')}</h2>
        {incomeTax.figures.map((figure) => (
          <FigureTree key={figure.figure} figure={figure} />
        ))}
        {incomeTax.findings.map(({ rule, text }) => (
          <p key={`${rule} ${text.en}`} className="face-note">
            {rule} {show(text)}
          </p>
        ))}
      </section>
      {view.left.length > 0 && (
        <details className="face-card">
          <summary>
            {t('exempt.left', { count: view.left.length })}{' '}
            {openLeft > 0 && t('exempt.openLeft', { count: openLeft })}
          </summary>
          <ul className="face-list">
            {view.left.slice(0, 200).map(({ source, why }) => (
              <li key={source}>
                <code>{source}</code> {show(why)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Table<ExemptRow>
        size="small"
        rowKey="source"
        columns={columns}
        dataSource={view.rows}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{ emptyText: t('exempt.none') }}
      />
      {view.rowCount > view.rows.length && (
        <p className="face-note">{t('exempt.shown', { shown: view.rows.length, count: view.rowCount })}</p>
      )}
    </>
  )
}

/** 免税月报 of one 所属期: sums in CNY with rate and day, the line of the return each goes to, and the tick 已申报. */
export function ExemptMonth() {
  const { t, i18n } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const act = useAttempt()
  const { message } = App.useApp()
  const [month, setMonth] = useState(() => dayjs().subtract(1, 'month'))
  const period = month.format('YYYYMM')
  const { value, state } = useQueryState(() => port.exemptMonth(period), `${useRebateChanges()} ${period}`)
  const view = value?.period === period ? (value as ExemptView) : undefined
  const sheet = useExemptSheet()
  const open = view?.rows.some(({ declaredIn }) => declaredIn === '') ?? false
  const print = async () => {
    const saved = await act(async () =>
      savePdf(`${t('face.exempt')} ${period}.pdf`, await port.exemptPrint(period, languageOf(i18n.language))),
    )
    if (saved) void message.success(t('output.saved', { place: saved.shownPath }))
  }
  const declare = async () => {
    const count = await act(() => port.declareExempt(period, t('why.exempt', { period })))
    if (count !== undefined)
      void message.success(t('exempt.declared', { count: groupDigits(String(count)), period }))
  }
  return (
    <div className="face-page face-scroll" data-help="rebate.exempt">
      <div className="face-tools">
        <label>
          {t('batch.period')}
          <DatePicker
            picker="month"
            format="YYYYMM"
            allowClear={false}
            value={month}
            onChange={(day) => day && setMonth(day)}
          />
        </label>
        <span className="face-note">{t('exempt.says')}</span>
        <span className="face-space" />
        {view && <ExemptPolicy key={JSON.stringify(view.policy)} policy={view.policy} />}
        <ActButton
          does="files.saveAs"
          disabled={!view || view.rows.length === 0}
          onClick={() => view && void sheet(view)}
        >
          {t('exempt.excel')}
        </ActButton>
        <ActButton does="exemptPrint" disabled={!view || view.rows.length === 0} onClick={() => void print()}>
          {t('exempt.pdf')}
        </ActButton>
        <Popconfirm
          title={t('exempt.declareAsk', { period })}
          okText={t('exempt.declare')}
          cancelText={t('cancel')}
          onConfirm={() => void declare()}
        >
          <ActButton
            does="declareExempt"
            type="primary"
            icon={<CheckOutlined />}
            disabled={!open || (view?.missingRates.length ?? 1) > 0}
          >
            {t('exempt.declare')}
          </ActButton>
        </Popconfirm>
      </div>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {!view && state === 'loading' && <Spin />}
      {view && <Month view={view} />}
    </div>
  )
}
