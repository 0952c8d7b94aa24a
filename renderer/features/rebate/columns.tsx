import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { amountColumn, numberColumn, textColumn } from '../../app/list/columns'
import { useColumnTitles } from '../../components/column-titles'
import type { GridColumn, GridRow } from '../../components/grid'
import { groupDigits, showAmount } from '../../components/numbers'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import type { RebateInvoiceRow, RebateItemRow, RebateLineRow, RebateLinkRow } from '../../data/port'
import { fieldName } from './field-names'
import { percent, stateTones, treatmentTones, writtenKey } from './words'

type Column<R> = GridColumn<R & GridRow>
const cast = <R,>(columns: GridColumn[]): Column<R>[] => columns as unknown as Column<R>[]
const yuan = (value: unknown): string => showAmount(String(value ?? ''), 'CNY')

function useItemParts() {
  const { t } = useTranslation('rebate')
  const show = useText()
  const title = useColumnTitles('rebate', 'item')
  return useMemo(
    () => ({
      key: textColumn({
        key: 'id',
        title: title('key'),
        width: 186,
        frozen: true,
        format: (value) => writtenKey(String(value)),
      }),
      exportDate: textColumn({ key: 'exportDate', title: title('exportDate'), width: 96 }),
      mode: textColumn({ key: 'mode', title: title('mode'), width: 64 }),
      hsCode: textColumn({ key: 'hsCode', title: title('hsCode'), width: 100 }),
      name: textColumn({ key: 'name', title: title('name'), width: 150 }),
      qty: numberColumn({
        key: 'qty',
        title: title('qty'),
        width: 100,
        format: (value, row) => `${groupDigits(String(value ?? ''))} ${String(row['unit'] ?? '')}`.trim(),
      }),
      amount: amountColumn({ key: 'amount', title: title('amount'), width: 110 }),
      currency: textColumn({ key: 'currency', title: title('currency'), width: 76 }),
      destination: textColumn({ key: 'destination', title: title('destination'), width: 90, hidden: true }),
      originPlace: textColumn({ key: 'originPlace', title: title('originPlace'), width: 110, hidden: true }),
      state: textColumn({
        key: 'state',
        title: title('state'),
        width: 116,
        format: (value) => t(`state.${value as keyof typeof stateTones}`),
        render: (value) => (
          <StateTag tone={stateTones[value as keyof typeof stateTones]}>
            {t(`state.${value as keyof typeof stateTones}`)}
          </StateTag>
        ),
      }),
      links: textColumn({
        key: 'linkNos',
        title: title('linkNos'),
        width: 170,
        sortable: false,
        format: (value) => (value as string[]).join(' '),
      }),
      batchNo: textColumn({ key: 'batchNo', title: title('batchNo'), width: 100 }),
      origin: textColumn({
        key: 'origin',
        title: title('origin'),
        width: 90,
        format: (value) => t(`origin.${value as RebateItemRow['origin']}`),
      }),
      gaps: textColumn({
        key: 'gaps',
        title: title('gaps'),
        width: 160,
        sortable: false,
        format: (value) => (value as string[]).map((gap) => show(fieldName(gap))).join(' '),
      }),
    }),
    [show, t, title],
  )
}

export function useItemColumns(): Column<RebateItemRow>[] {
  const p = useItemParts()
  return useMemo(
    () =>
      cast<RebateItemRow>([
        p.key,
        p.exportDate,
        p.mode,
        p.hsCode,
        p.name,
        p.qty,
        p.amount,
        p.currency,
        p.state,
        p.batchNo,
        p.links,
        p.origin,
        p.gaps,
        p.destination,
        p.originPlace,
      ]),
    [p],
  )
}

/** Columns of the lines of a batch: `short` beside another list, else with treatment and refund. */
export function useLineColumns(short = false): Column<RebateLineRow>[] {
  const { t } = useTranslation('rebate')
  const show = useText()
  const title = useColumnTitles('rebate', 'line')
  const p = useItemParts()
  return useMemo(() => {
    const treated: Column<RebateLineRow>[] = [
      {
        key: 'treatment',
        title: title('treatment'),
        width: 100,
        sortable: true,
        format: (_v, { treatment }) => t(`treatment.${treatment || 'none'}`),
        render: (_v, { treatment }) => (
          <StateTag tone={treatmentTones[treatment]}>{t(`treatment.${treatment || 'none'}`)}</StateTag>
        ),
      },
      {
        key: 'rebateRate',
        title: title('rebateRate'),
        width: 70,
        align: 'right',
        format: (value) => percent(String(value ?? '')),
      },
      {
        key: 'refund',
        title: title('refund'),
        width: 104,
        align: 'right',
        sortable: true,
        format: yuan,
      },
      { key: 'decidedBy', title: title('decidedBy'), width: 84, sortable: true },
      {
        key: 'findings',
        title: title('findings'),
        width: 118,
        format: (_v, { blocking, warnings }) =>
          blocking + warnings === 0 ? '' : t('line.counts', { blocking, warnings }),
      },
      {
        key: 'answered',
        title: title('answered'),
        width: 60,
        format: (_v, { answered }) => (answered ? t('line.own') : ''),
      },
      { key: 'note', title: title('note'), width: 280, format: (_v, { note }) => show(note) },
    ]
    const item = cast<RebateLineRow>([
      p.key,
      p.exportDate,
      p.mode,
      p.hsCode,
      p.name,
      p.qty,
      p.amount,
      p.currency,
    ])
    if (short) return cast<RebateLineRow>([p.key, p.name, p.qty, p.exportDate, p.hsCode])
    const [key, exportDate, mode, hsCode, name, ...money] = item
    const rest = [exportDate!, mode!, hsCode!, ...money, ...cast<RebateLineRow>([p.state, p.links])]
    return [key!, name!, ...treated, ...rest]
  }, [p, short, show, t, title])
}

export function useInvoiceColumns(short = false): Column<RebateInvoiceRow>[] {
  const { t } = useTranslation('rebate')
  const title = useColumnTitles('rebate', 'invoice')
  return useMemo(() => {
    const number = textColumn({
      key: 'number',
      title: title('number'),
      width: 196,
      format: (value, row) => `${String(value)}-${String(row['line'])}`,
    })
    const name = textColumn({ key: 'name', title: title('name'), width: 170 })
    const left = numberColumn({
      key: 'leftQty',
      title: title('leftQty'),
      width: 110,
      format: (value, row) => `${groupDigits(String(value ?? ''))} ${String(row['unit'] ?? '')}`.trim(),
    })
    const leftNet = numberColumn({ key: 'leftNet', title: title('leftNet'), width: 104, format: yuan })
    const rate = numberColumn({
      key: 'rate',
      title: title('rate'),
      width: 66,
      format: (value) => percent(String(value ?? '')),
    })
    const seller = textColumn({ key: 'sellerName', title: title('sellerName'), width: 180 })
    const date = textColumn({ key: 'date', title: title('date'), width: 96 })
    if (short) return cast<RebateInvoiceRow>([number, name, left, leftNet, rate, date, seller])
    return cast<RebateInvoiceRow>([
      number,
      date,
      seller,
      name,
      left,
      leftNet,
      numberColumn({ key: 'qty', title: title('qty'), width: 90 }),
      numberColumn({ key: 'net', title: title('net'), width: 104, format: yuan }),
      rate,
      numberColumn({ key: 'tax', title: title('tax'), width: 96, format: yuan }),
      textColumn({
        key: 'kind',
        title: title('kind'),
        width: 96,
        format: (value) => t(`invoiceKind.${value as RebateInvoiceRow['kind']}`),
      }),
      textColumn({
        key: 'status',
        title: title('status'),
        width: 76,
        format: (value) => t(`invoiceStatus.${value as RebateInvoiceRow['status']}`),
      }),
      textColumn({
        key: 'usage',
        title: title('usage'),
        width: 76,
        format: (value) => t(`usage.${value as RebateInvoiceRow['usage']}`),
      }),
      textColumn({
        key: 'linkNos',
        title: title('linkNos'),
        width: 170,
        sortable: false,
        format: (value) => (value as string[]).join(' '),
      }),
    ])
  }, [short, t, title])
}

/** Columns of the 关联号 of a batch with the figures that always stand beside them. */
export function useLinkColumns(): Column<RebateLinkRow>[] {
  const { t } = useTranslation('rebate')
  const title = useColumnTitles('rebate', 'link')
  return useMemo(() => {
    const figure = (
      key: keyof RebateLinkRow['figures'],
      width: number,
      shown: (text: string) => string = groupDigits,
    ): Column<RebateLinkRow> => ({
      key,
      title: title(key),
      width,
      align: 'right',
      format: (_v, { figures }) => shown(String(figures[key] ?? '')),
    })
    return [
      {
        key: 'linkNo',
        title: title('linkNo'),
        width: 172,
        frozen: true,
        sortable: true,
        format: (_v, { linkNo, businessType, locked }) =>
          [linkNo, businessType, locked && t('link.locked')].filter(Boolean).join(' '),
      },
      { key: 'hsCode', title: title('hsCode'), width: 104, sortable: true },
      figure('exportQty', 84),
      figure('purchaseQty', 84),
      figure('difference', 70),
      figure('net', 104, yuan),
      figure('refund', 100, yuan),
      figure('fobUsd', 96),
      {
        ...figure('exchangeCost', 110),
        render: (_v, { figures }) =>
          figures.outsideBand ? (
            <StateTag tone="waiting">{t('link.outside', { cost: figures.exchangeCost })}</StateTag>
          ) : (
            figures.exchangeCost
          ),
      },
      figure('grossProfit', 100, yuan),
      {
        key: 'exports',
        title: title('exports'),
        width: 200,
        format: (_v, { exports }) => exports.map(({ key, name }) => `${writtenKey(key)} ${name}`).join('; '),
      },
      {
        key: 'purchases',
        title: title('purchases'),
        width: 260,
        format: (_v, { purchases }) =>
          purchases.map(({ id, name, sellerName }) => `${id} ${name} ${sellerName}`).join('; '),
      },
    ]
  }, [t, title])
}
