import { Alert, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { listModes } from '#shared/model/mode'
import { FlagList } from '../../app/hs/FlagList'
import { TableUsed } from '../../app/hs/TableUsed'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { verdictOf, verdictTones } from './verdict'
import '../../styles/faces.css'

/** The tariff where none was imported: headings, which no goods are judged by. */
const headingsOnly = { importId: '', edition: '', from: '', complete: false }

/** What lists, tariff and brands say of one of the goods, as it is stored: each mode in a word, one of them in full. */
export function GoodsFlags({ sku }: { sku: string }) {
  const { t } = useTranslation('hs')
  const show = useText()
  const port = useBook()
  const [mode, setMode] = useState<string>('9610')
  const on = businessDay(new Date().toISOString())
  const changes = useChanges('goods', 'facts', 'settings', 'evidence')
  const { value, state } = useQueryState(async () => {
    const byMode = await Promise.all(
      listModes.map(async (one) => [one, (await port.flagsOfGoods([sku], { mode: one, on }))[0]] as const),
    )
    const used = (await port.tariffEditions()).find((edition) => edition.used)
    return { byMode: new Map<string, (typeof byMode)[number][1]>(byMode), used: used ?? headingsOnly }
  }, `${sku} ${on} ${changes}`)
  return (
    <section className="face-card" aria-label={t('flags.title')} data-help="hs.flags">
      <h2>
        {t('flags.title')}{' '}
        <Select
          aria-label={t('flags.mode')}
          size="small"
          value={mode}
          onChange={setMode}
          options={listModes.map((one) => ({ value: one as string, label: t(`flags.modes.${one}`) }))}
        />
        <small>{on}</small>
      </h2>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {value && (
        <>
          <p className="face-tools">
            {listModes.map((one) => {
              const verdict = verdictOf(value.byMode.get(one))
              return (
                <span key={one}>
                  {t(`flags.modes.${one}`)}{' '}
                  <StateTag tone={verdictTones[verdict]}>{t(`flags.verdict.${verdict}`)}</StateTag>
                </span>
              )
            })}
          </p>
          <FlagList goods={value.byMode.get(mode)} />
          <TableUsed used={value.used} />
        </>
      )}
    </section>
  )
}
