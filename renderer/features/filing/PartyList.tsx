import { Button, Input, Progress } from 'antd'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/filing/views'
import { roles } from '#shared/filing/roles'
import { FiledResult } from '../../app/filed/FiledResult'
import { useColumnTitles } from '../../components/column-titles'
import { Grid, nothingSelected, type GridColumn, type GridSelection } from '../../components/grid'
import { StateTag } from '../../components/StateTag'
import { StateFilter } from '../../components/StateFilter'
import { listed, useText } from '../../components/text'
import type { FilingBatch, PartySheet, PartyState } from '../../data/port'
import { openParty } from './open'
import { PartyTools } from './PartyTools'
import { SheetResult } from './SheetResult'
import { partyStates, stateTones } from './states'
import { useParties, type Choice, type Row } from './useParties'

function useColumns(): GridColumn<Row>[] {
  const { t } = useTranslation('filing')
  const show = useText()
  const title = useColumnTitles('filing', 'column')
  return useMemo(() => {
    const reasonsOf = ({ reasons }: Row) =>
      reasons
        .map(({ field, text }) => (field === '' ? text : `${show(labelOf(field as never))}: ${text}`))
        .join('; ')
    return [
      { key: 'key', title: title('key'), width: 150, frozen: true },
      {
        key: 'name',
        title: title('name'),
        width: 250,
        render: (_v, { key, name }) => (
          <Button type="link" size="small" tabIndex={-1} onClick={() => openParty(key, name)}>
            {name || key}
          </Button>
        ),
      },
      {
        key: 'roles',
        title: title('roles'),
        width: 180,
        format: (_v, row) => show(listed(row.roles.map((role) => show(roles[role])))),
      },
      { key: 'modes', title: title('modes'), width: 130, format: (_v, row) => row.modes.join(' ') },
      {
        key: 'state',
        title: title('state'),
        width: 190,
        format: (_v, { state, zoneMoved }) =>
          [t(`state.${state}`), zoneMoved && t('zone.moved')].filter(Boolean).join(' '),
        render: (_v, { state, zoneMoved }) => (
          <>
            <StateTag tone={stateTones[state]}>{t(`state.${state}`)}</StateTag>{' '}
            {zoneMoved && <StateTag tone="waiting">{t('zone.moved')}</StateTag>}
          </>
        ),
      },
      {
        key: 'ready',
        title: title('complete'),
        width: 150,
        format: (_v, { ready, needed }) => `${ready}/${needed}`,
        render: (_v, { ready, needed }) => (
          <span className="filing-meter">
            <Progress
              aria-label={t('column.complete')}
              percent={needed === 0 ? 100 : Math.floor((ready * 100) / needed)}
              showInfo={false}
              size="small"
            />
            <span className="number">{`${ready}/${needed}`}</span>
          </span>
        ),
      },
      { key: 'reasons', title: title('reasons'), width: 260, format: (_v, row) => reasonsOf(row) },
      {
        key: 'version',
        title: title('version'),
        width: 60,
        align: 'right',
        format: (_v, { version }) => (version === undefined ? '' : String(version)),
      },
    ]
  }, [show, t, title])
}

/** Every master with how far it is and where it stands; any number of them are filed in one act. */
export function PartyList({ faces }: { faces: ReactNode }) {
  const { t } = useTranslation('filing')
  const [text, setText] = useState('')
  const [state, setState] = useState<PartyState | ''>('')
  const [selection, setSelection] = useState<GridSelection>(nothingSelected)
  const [filed, setFiled] = useState<FilingBatch>()
  const [sheet, setSheet] = useState<PartySheet>()
  const asked = useDeferredValue(text.trim())
  const choice = useMemo(
    (): Choice => ({ ...(asked && { text: asked }), ...(state && { state }) }),
    [asked, state],
  )
  const { source, total, states } = useParties(choice)
  const columns = useColumns()
  const all = Object.values(states).reduce((sum, count) => sum + count, 0)
  const choose = (next: PartyState | '') => {
    setState(next)
    setSelection(nothingSelected)
  }
  return (
    <>
      <div className="face-tools" role="toolbar" aria-label={t('title')}>
        {faces}
        <PartyTools
          choice={choice}
          total={total}
          selection={selection}
          onFiled={(batch) => {
            setSheet(undefined)
            setFiled(batch)
            setSelection(nothingSelected)
          }}
          onSheet={(read) => {
            setFiled(undefined)
            setSheet(read)
          }}
          onGone={() => setSelection(nothingSelected)}
        />
      </div>
      <div className="face-tools" role="search">
        <StateFilter
          label={t('column.state')}
          all={t('state.all', { count: all })}
          states={partyStates}
          counts={states}
          nameOf={(one) => t(`state.${one}`)}
          value={state}
          onChange={choose}
        />
        <Input.Search
          className="filing-search"
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      {filed && (
        <FiledResult
          batch={filed}
          onOpen={(key) => openParty(key, key)}
          onClose={() => setFiled(undefined)}
        />
      )}
      {sheet && <SheetResult sheet={sheet} onClose={() => setSheet(undefined)} />}
      <div className="filing-grid">
        <Grid<Row>
          id="parties"
          label={{ zh: t('title', { lng: 'zh' }), en: t('title', { lng: 'en' }) }}
          columns={columns}
          source={source}
          selection={selection}
          onSelect={setSelection}
          onOpen={({ key, name }) => openParty(key, name)}
          totals={{ filter: { rows: total } }}
          empty={<p>{t('empty')}</p>}
        />
      </div>
    </>
  )
}
