import { Button, Empty, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClauseVerdict } from '#shared/zones/eligibility'
import type { Zone } from '#shared/zones/zone'
import { useBook } from '../../app/book'
import { useQueryState } from '../../app/useQuery'
import { useColumnTitles } from '../../components/column-titles'
import { Grid, type GridColumn } from '../../components/grid'
import { StateTag, type StateTone } from '../../components/StateTag'
import { useText } from '../../components/text'
import { ClauseDetail } from './ClauseDetail'
import { questionOf, unanswered, type Answers } from './subject'
import { SubjectForm } from './SubjectForm'

type Row = ClauseVerdict & { id: string; [key: string]: unknown }
const tones: Readonly<Record<ClauseVerdict['state'], StateTone>> = {
  applies: 'good',
  open: 'waiting',
  barred: 'bad',
  absent: 'neutral',
}
const none: readonly ClauseVerdict[] = []
const states = ['applies', 'open', 'barred', 'absent'] as const

function useVerdictColumns(open: (id: string) => void): GridColumn<Row>[] {
  const { t } = useTranslation('zones')
  const show = useText()
  const title = useColumnTitles('zones', 'column')
  return useMemo(
    () => [
      { key: 'area', title: title('area'), width: 76, format: (_v, { area }) => t(`area.${area}`) },
      {
        key: 'name',
        title: title('clause'),
        width: 250,
        format: (_v, { name }) => show(name),
        render: (_v, { id, name }) => (
          <Button type="link" size="small" tabIndex={-1} onClick={() => open(id)}>
            {show(name)}
          </Button>
        ),
      },
      {
        key: 'state',
        title: title('state'),
        width: 100,
        format: (_v, { state }) => t(`state.${state}`),
        render: (_v, { state }) => <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>,
      },
      { key: 'said', title: title('said'), width: 100, format: (_v, { said }) => t(`said.${said}`) },
      { key: 'says', title: title('says'), width: 520, format: (_v, { says }) => show(says) },
    ],
    [open, show, t, title],
  )
}

/** Each clause of the zone for the business the officer describes, and why one does not apply. */
export function ZoneVerdicts({ zone, version }: { zone: Zone; version: number }) {
  const { t } = useTranslation('zones')
  const label = useColumnTitles('zones', 'face')
  const port = useBook()
  const [answers, setAnswers] = useState<Answers>(unanswered)
  const [state, setState] = useState<ClauseVerdict['state'] | ''>('')
  const [open, setOpen] = useState<string>()
  const asked = `${zone.id} ${zone.edition} ${JSON.stringify(answers)} ${version}`
  const { value: verdicts = none, state: reading } = useQueryState(
    () => port.zoneVerdicts(zone.id, questionOf(answers)),
    asked,
  )
  const rows = useMemo(
    () =>
      verdicts
        .filter((verdict) => state === '' || verdict.state === state)
        .map((verdict): Row => ({ ...verdict, id: verdict.clause })),
    [state, verdicts],
  )
  const columns = useVerdictColumns(setOpen)
  const page = useMemo(
    () => (offset: number, limit: number) => Promise.resolve(rows.slice(offset, offset + limit)),
    [rows],
  )
  const shown = verdicts.find(({ clause }) => clause === open)
  return (
    <>
      <SubjectForm
        answers={answers}
        onAnswer={(id, value) => setAnswers((before) => ({ ...before, [id]: value }))}
      >
        <label>
          {t('column.state')}
          <Select<typeof state>
            aria-label={t('column.state')}
            className="zones-answer"
            value={state}
            onChange={setState}
            options={[
              { value: '' as const, label: t('state.all') },
              ...states.map((value) => ({
                value,
                label: t('stateCount', {
                  state: t(`state.${value}`),
                  count: verdicts.filter((verdict) => verdict.state === value).length,
                }),
              })),
            ]}
          />
        </label>
      </SubjectForm>
      <div className="zones-split">
        <div className="zones-grid">
          <Grid<Row>
            id="zone-verdicts"
            label={label('verdicts')}
            columns={columns}
            source={{
              total: rows.length,
              version: `${asked} ${state} ${verdicts.length}`,
              state: reading,
              rows: page,
            }}
            onOpen={({ id }) => setOpen(id)}
            totals={{ filter: { rows: rows.length } }}
          />
        </div>
        <aside className="zones-detail face-card" aria-label={t('detail')} aria-live="polite">
          {shown ? (
            <ClauseDetail verdict={shown} tone={tones[shown.state]} />
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('choose')} />
          )}
        </aside>
      </div>
    </>
  )
}
