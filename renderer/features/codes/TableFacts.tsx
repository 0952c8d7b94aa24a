import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OwnCodes } from '#shared/codes/own'
import type { CodeTable } from '#shared/codes/table'
import { ActButton } from '../../app/ActButton'
import { StateTag } from '../../components/StateTag'
import { useCodeActs } from './useCodeActs'

/** Edition, source and completeness of a table; whether absence from it refuses a code is the officer's to say. */
export function TableFacts({ table, own }: { table: CodeTable; own: OwnCodes }) {
  const { t } = useTranslation('codes')
  const { modal } = App.useApp()
  const { setComplete } = useCodeActs()
  const edition = own.editions.find((one) => one.table === table.id)
  const change = (complete: boolean) =>
    modal.confirm({
      title: t(complete ? 'facts.makeComplete' : 'facts.makeIncomplete'),
      content: t(complete ? 'facts.completeMeans' : 'facts.incompleteMeans'),
      onOk: () =>
        setComplete(
          table.id,
          {
            edition: table.edition,
            date: new Date().toISOString(),
            source: table.source,
            complete,
          },
          t(complete ? 'facts.complete' : 'facts.incomplete'),
          t('saved'),
        ).catch(() => undefined),
    })
  return (
    <div className="codes-facts">
      <StateTag tone={table.complete ? 'good' : 'waiting'}>
        {t(table.complete ? 'facts.complete' : 'facts.incomplete')}
      </StateTag>
      <span>{t(table.complete ? 'facts.completeMeans' : 'facts.incompleteMeans')}</span>
      <span className="codes-edition">
        {t('facts.edition', { edition: table.edition, source: table.source })}
      </span>
      <span className="codes-space" />
      {edition && (
        <ActButton
          does="setEdition"
          size="small"
          onClick={() =>
            void setComplete(table.id, null, t('facts.asShipped'), t('saved')).catch(() => undefined)
          }
        >
          {t('facts.asShipped')}
        </ActButton>
      )}
      <ActButton does="setEdition" size="small" onClick={() => change(!table.complete)}>
        {t(table.complete ? 'facts.makeIncomplete' : 'facts.makeComplete')}
      </ActButton>
    </div>
  )
}
