import { Alert, App, Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { openRoom } from '../../app/navigation'
import { useWhyNot } from '../../app/roles'
import { uncheckedParams } from '../../app/unchecked-lists'
import { useAttempt } from '../../app/useAttempt'
import { groupDigits } from '../../components/numbers'
import { StateTag, type StateTone } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { AskedView, BookPort } from '../../data/port'
import { Decision, type Asking } from './Decision'
import { knownActs, openAct, wayTo } from './places'
import { useChecks } from './useChecks'
import './second.css'

/** 待复核: everything of the book that one officer prepared and another has to check or send. */
export function SecondRoom() {
  const { t } = useTranslation('second')
  const show = useText()
  const { value, state } = useChecks()
  return (
    <div className="second" data-room="second">
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {value && !value.on && (
        <Alert
          type="info"
          showIcon
          title={t('off')}
          action={<Button onClick={() => openRoom('people')}>{t('rules')}</Button>}
        />
      )}
      {value && <Lists lists={value.lists} mine={value.mine} />}
      <Acts acts={value?.acts ?? []} loading={state === 'loading'} />
    </div>
  )
}

function Lists({ lists, mine }: { lists: number; mine: number }) {
  const { t } = useTranslation('second')
  return (
    <section className="face-card" aria-label={t('lists.title')}>
      <h2>{t('lists.title')}</h2>
      <div className="face-tools">
        <span>
          {lists === 0 ? t('lists.none') : t('lists.count', { number: groupDigits(String(lists)) })}
        </span>
        {mine > 0 && (
          <span className="face-note">{t('lists.mine', { number: groupDigits(String(mine)) })}</span>
        )}
        {lists > 0 && (
          <Button data-help="second.lists" onClick={() => openRoom('lists', uncheckedParams)}>
            {t('lists.open')}
          </Button>
        )}
      </div>
    </section>
  )
}

const tones: Readonly<Record<AskedView['standing'], StateTone>> = {
  ...({ open: 'waiting', own: 'neutral', author: 'neutral' } as const),
  ...({ changed: 'bad', 'in-place': 'neutral', down: 'bad' } as const),
}

function Acts({ acts, loading }: { acts: AskedView[]; loading: boolean }) {
  const { t } = useTranslation('second')
  const port = useBook()
  const { message } = App.useApp()
  const attempt = useAttempt()
  const refused = useWhyNot()('turnDown')
  const [asking, setAsking] = useState<Asking>()
  const what = ({ act }: AskedView) => (knownActs.includes(act) ? t(`act.${act as 'depart'}`) : act)
  /** The act itself, as it was asked for, through every gate that stands before it. */
  const give = async ({ act, asked = [] }: AskedView) => {
    const call = port[act as keyof BookPort] as (...given: readonly unknown[]) => Promise<unknown>
    const done = await attempt(async () => {
      await call(...asked)
      return true
    })
    if (done) void message.success(t('given'))
  }
  const decide = async ({ kind, act }: Asking, why: string) => {
    setAsking(undefined)
    if (kind === 'give') return give(act)
    await attempt(() => port.turnDown(act.digest, why))
  }
  return (
    <section className="face-card" aria-label={t('acts')}>
      <h2>{t('acts')}</h2>
      <p className="face-note">{t('what')}</p>
      <Table<AskedView>
        size="small"
        rowKey="digest"
        aria-label={t('acts')}
        loading={loading}
        dataSource={acts}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: t('none') }}
        columns={[
          { title: t('column.what'), render: (_v, act) => what(act) },
          { title: t('column.about'), render: (_v, act) => <Numbers act={act} /> },
          { title: t('column.by'), dataIndex: 'by', className: 'second-short' },
          { title: t('column.at'), className: 'second-short', render: (_v, { at }) => showTime(at) },
          { title: t('column.state'), render: (_v, act) => <Standing act={act} /> },
          {
            title: t('column.acts'),
            className: 'second-short',
            render: (_v, act) => (
              <>
                <Button type="link" size="small" onClick={() => openAct(act)}>
                  {t('open')}
                </Button>
                {act.standing === 'open' && (
                  <ActButton
                    does={act.act as keyof BookPort}
                    type="link"
                    size="small"
                    data-help="second.give"
                    onClick={() => setAsking({ kind: 'give', act, what: what(act) })}
                  >
                    {t('give')}
                  </ActButton>
                )}
                <Button
                  type="link"
                  size="small"
                  disabled={refused !== undefined}
                  {...(refused !== undefined && { title: refused })}
                  onClick={() => setAsking({ kind: 'down', act, what: what(act) })}
                >
                  {t(act.standing === 'own' ? 'takeBack' : 'down')}
                </Button>
              </>
            ),
          },
        ]}
      />
      {asking && (
        <Decision
          asking={asking}
          onClose={() => setAsking(undefined)}
          onDone={(why) => void decide(asking, why)}
        />
      )}
    </section>
  )
}

/** The numbers it is about, each opens its document; how many there are. */
function Numbers({ act }: { act: AskedView }) {
  const { t } = useTranslation('second')
  const { numbers = [], count = 0 } = act
  return (
    <span className="second-numbers">
      {numbers.map((number, i) => {
        const way = wayTo(act, i)
        return way ? (
          <Button key={number} type="link" size="small" onClick={way}>
            {number}
          </Button>
        ) : (
          <span key={number}>{number}</span>
        )
      })}
      {count > numbers.length && <span>{t('more', { number: groupDigits(String(count)) })}</span>}
    </span>
  )
}

function Standing({ act: { standing, down, by } }: { act: AskedView }) {
  const { t } = useTranslation('second')
  return (
    <>
      <StateTag tone={tones[standing]}>{t(`standing.${standing}`)}</StateTag>
      {standing !== 'open' && (
        <span className="face-note">
          {standing === 'down' ? t('downBy', { ...down! }) : t(`how.${standing}`, { by })}
        </span>
      )}
    </>
  )
}
