import { Alert, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/declaration/shanghai'
import { listModes } from '#shared/model/mode'
import { FlagList } from '../../app/hs/FlagList'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { useText } from '../../components/text'
import '../../styles/faces.css'

/** What lists, tariff and brands say of one of the goods for a mode, as it is stored. */
export function GoodsFlags({ sku }: { sku: string }) {
  const { t } = useTranslation('hs')
  const show = useText()
  const port = useBook()
  const [mode, setMode] = useState<string>('9610')
  const on = businessDay(new Date().toISOString())
  const changes = useChanges('goods', 'facts', 'settings', 'evidence')
  const { value, state } = useQueryState(
    async () => port.flagsOfGoods([sku], { mode, on }),
    `${sku} ${mode} ${on} ${changes}`,
  )
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
      {value && <FlagList goods={value[0]} />}
    </section>
  )
}
