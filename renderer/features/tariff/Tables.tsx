import { Alert, Button, Checkbox, Input, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tableOfList } from '#shared/control/list-rows'
import { kindOf } from '#shared/reference/kinds'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { openRoom } from '../../app/navigation'
import { ReferenceButton } from '../../app/reference/ReferenceButton'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { useUndoable } from '../../app/useUndoable'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { TariffEdition } from '../../data/port'
import { Calendars } from './Calendars'

/** One edition of the tariff: what its file does not say of itself is said here. */
function EditionRow({ edition }: { edition: TariffEdition }) {
  const { t } = useTranslation('tariff')
  const port = useBook()
  const act = useUndoable()
  const [name, setName] = useState(edition.edition)
  const [from, setFrom] = useState(edition.from)
  const [complete, setComplete] = useState(edition.complete)
  const isChanged = name !== edition.edition || from !== edition.from || complete !== edition.complete
  const save = () =>
    act(
      () =>
        port.describeTariff(
          edition.importId,
          { edition: name.trim(), from: from.trim(), complete },
          t('tables.described', { name }),
        ),
      () => t('tables.described', { name }),
    )
  if (edition.published !== undefined) {
    return (
      <tr>
        <td>
          {edition.edition} <StateTag tone="good">{t('tables.signed')}</StateTag>
        </td>
        <td className="number">{edition.from}</td>
        <td>{edition.complete && t('tables.complete')}</td>
        <td className="face-number">{edition.rows}</td>
        <td>{`${edition.published} · ${edition.file} · ${showTime(edition.at)}`}</td>
        <td>{edition.used && <StateTag tone="good">{t('tables.used')}</StateTag>}</td>
        <td />
      </tr>
    )
  }
  return (
    <tr>
      <td>
        <Input aria-label={t('tables.name')} value={name} onChange={({ target }) => setName(target.value)} />
      </td>
      <td>
        <Input
          className="number tariff-day"
          aria-label={t('tables.from')}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
      </td>
      <td>
        <Checkbox checked={complete} onChange={({ target }) => setComplete(target.checked)}>
          {t('tables.complete')}
        </Checkbox>
      </td>
      <td className="face-number">{edition.rows}</td>
      <td>{`${edition.file} · ${showTime(edition.at)}`}</td>
      <td>{edition.used && <StateTag tone="good">{t('tables.used')}</StateTag>}</td>
      <td>
        <ActButton does="describeTariff" size="small" disabled={!isChanged} onClick={() => void save()}>
          {t('save')}
        </ActButton>
      </td>
    </tr>
  )
}

const nameOf = (table: string) => kindOf(table)!.name(table, new Map())
const words = { tariff: nameOf('tariff'), codeChanges: nameOf('code-changes'), list: nameOf('list-') }
/** The 正面清单 is a code table, and is updated as one. */
const positiveId = 'retail-import'

/** Editions of the tariff and lists of goods, each with its version and days; what was published is taken here. */
export function Tables() {
  const { t } = useTranslation('tariff')
  const show = useText()
  const port = useBook()
  const changes = useChanges('facts', 'settings', 'reference')
  const { value, state } = useQueryState(
    async () => ({
      editions: await port.tariffEditions(),
      lists: await port.controlLists(),
      calendars: await port.workCalendars(),
    }),
    changes,
  )
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin description={t('loading')} />
  return (
    <div className="tariff-scroll" data-help="tariff.tables">
      <section className="face-card" aria-label={t('tables.tariff')}>
        <h2>
          {t('tables.tariff')}{' '}
          <Button size="small" onClick={() => openRoom('imports', { kind: 'tariff' })}>
            {t('tables.import')}
          </Button>{' '}
          <Button size="small" onClick={() => openRoom('imports', { kind: 'code-changes' })}>
            {t('tables.importChanges')}
          </Button>{' '}
          <ReferenceButton size="small" table="tariff" name={words.tariff} label={t('tables.updateTariff')} />{' '}
          <ReferenceButton
            size="small"
            table="code-changes"
            name={words.codeChanges}
            label={t('tables.updateChanges')}
          />
        </h2>
        {value.editions.length === 0 && <p className="face-note">{t('tables.noTariff')}</p>}
        {value.editions.length > 0 && (
          <table className="face-plain">
            <thead>
              <tr>
                {(['name', 'from', 'whole', 'rows', 'file', 'use', 'do'] as const).map((one) => (
                  <th key={one} scope="col" className={one === 'rows' ? 'face-number' : ''}>
                    {t(`tables.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {value.editions.map((edition) => (
                <EditionRow
                  key={`${edition.importId} ${edition.edition} ${edition.from}`}
                  edition={edition}
                />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="face-card" aria-label={t('tables.lists')}>
        <h2>
          {t('tables.lists')} <ReferenceButton size="small" label={t('tables.readList')} name={words.list} />
        </h2>
        <table className="face-plain">
          <thead>
            <tr>
              {(['name', 'kind', 'version', 'days', 'entries', 'basis', 'do'] as const).map((one) => (
                <th key={one} scope="col" className={one === 'entries' ? 'face-number' : ''}>
                  {t(`tables.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.lists.map((list) => (
              <tr key={`${list.id} ${list.version}`}>
                <td>{show(list.name)}</td>
                <td>{t(`kind.${list.kind}`)}</td>
                <td>
                  {list.version} {list.reference && <StateTag tone="good">{t('tables.signed')}</StateTag>}
                </td>
                <td className="number">{[list.from, list.to].filter(Boolean).join(' – ')}</td>
                <td className="face-number">{list.entries}</td>
                <td>{`${list.basis.document} ${list.basis.article}`}</td>
                <td>
                  <ReferenceButton
                    type="link"
                    size="small"
                    table={list.id === positiveId ? positiveId : tableOfList(list.id)}
                    name={list.name}
                  />
                  {list.shipped && <span className="face-note">{t('tables.shipped')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Calendars years={value.calendars} />
    </div>
  )
}
