import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { customsMode } from '#shared/model/mode'
import { numberColumn, textColumn, timeColumn } from '../../../app/list/columns'
import { useCheckRules } from '../../../app/check-rules'
import { useColumnTitles } from '../../../components/column-titles'
import type { GridColumn } from '../../../components/grid'
import { StateTag } from '../../../components/StateTag'
import { useCodeBook } from '../../../components/useCodeBook'
import type { Awaited, ListRow } from '../../../data/port'
import { showAmount } from '../../../components/numbers'
import { shownCode, shownCurrency } from '../codes'
import { useAwaitedWords } from './awaited'
import { listTones, stateKey } from './states'
import { listed, useText } from '../../../components/text'

export function useListColumns(): GridColumn[] {
  const { t } = useTranslation('declaration')
  const show = useText()
  const title = useColumnTitles('declaration', 'list')
  const codes = useCodeBook()
  const awaited = useAwaitedWords()
  const { checking } = useCheckRules()
  return useMemo(() => {
    const plain = (key: string, width: number, more: Partial<GridColumn> = {}) =>
      textColumn({ key, title: title(key), width, ...more })
    const number = (key: string, width: number) => numberColumn({ key, title: title(key), width })
    const state = (row: unknown) => t(`state.${stateKey(row as ListRow)}`)
    return [
      plain('copNo', 190, { frozen: true }),
      plain('state', 104, {
        format: (_value, row) => state(row),
        render: (_value, row) => (
          <StateTag tone={listTones[(row as unknown as ListRow).state]}>{state(row)}</StateTag>
        ),
      }),
      plain('outdated', 74, {
        format: (value) => (value ? t('outdated') : ''),
        render: (value) => (value ? <StateTag tone="waiting">{t('outdated')}</StateTag> : ''),
      }),
      plain('awaits', 190, {
        format: (value) => show(listed((value as Awaited[]).map(awaited))),
        render: (value) => {
          const waits = value as Awaited[]
          const others = waits.filter((one) => one !== 'signature').map(awaited)
          return (
            <>
              {waits.includes('signature') && <StateTag tone="waiting">{awaited('signature')}</StateTag>}{' '}
              {show(listed(others))}
            </>
          )
        },
      }),
      plain('remarks', 100, {
        format: (value) => show(listed((value as string[]).map((kind) => t(`remark.${kind}`)))),
        render: (value) =>
          (value as string[]).map((kind) => (
            <StateTag key={kind} tone={kind === 'refund' ? 'waiting' : 'neutral'}>
              {t(`remark.${kind}`)}
            </StateTag>
          )),
      }),
      plain('author', 84, { hidden: !checking }),
      plain('checkedBy', 84, {
        hidden: !checking,
        render: (value) => (value ? <StateTag tone="good">{String(value)}</StateTag> : ''),
      }),
      plain('withdrawal', 84, {
        format: (value) => (value ? t(`withdrawal.${String(value)}`) : ''),
        render: (value) =>
          value === 'refused' ? <StateTag tone="bad">{t('withdrawal.refused')}</StateTag> : '',
        hidden: true,
      }),
      plain('direction', 78, { format: (value) => t(`direction.${String(value)}`) }),
      plain('tradeMode', 74, { format: (value) => customsMode(String(value ?? '')) }),
      plain('orderNo', 120),
      plain('originalOrderNos', 120, { format: (value) => show(listed(value as string[])), hidden: true }),
      plain('waybillNo', 140),
      plain('country', 120, {
        format: (value, row) => {
          const country = shownCode(codes, 'country', String(value ?? ''))
          return row['direction'] === 'import' ? t('from', { country }) : country
        },
      }),
      plain('currency', 120, { format: (value) => shownCurrency(codes, String(value ?? '')) }),
      {
        ...number('amount', 90),
        format: (value, row) => showAmount(String(value ?? ''), String(row['currency'])),
      },
      number('pieces', 56),
      number('grossWeight', 84),
      number('netWeight', 84),
      number('attempt', 56),
      plain('code', 60),
      plain('answer', 220),
      plain('batchNo', 150),
      plain('preNo', 160),
      plain('invtNo', 160),
      timeColumn({ key: 'queuedAt', title: title('queuedAt'), width: 150 }),
      timeColumn({ key: 'awaitingSince', title: title('awaitingSince'), width: 150, hidden: true }),
      plain('shop', 100, { hidden: true }),
      plain('day', 100, { hidden: true }),
    ]
  }, [t, show, title, codes, awaited, checking])
}
