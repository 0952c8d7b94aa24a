import { SendOutlined } from '@ant-design/icons'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChainMessage } from '#shared/protocol/transmitters'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useCheckRules } from '../../../app/check-rules'
import { useAct } from '../../../app/useAct'
import { useCommand } from '../../../app/useCommand'
import { runWork, useWork } from '../../../app/work'
import type { Filter } from '../../../data/port'
import type { ActOutcome } from './acts'
import { listActs, scopeOf, type ActName } from './acts'
import { DeclareDialog } from './DeclareDialog'
import { TickDialog } from './TickDialog'
import { isDangerous, ReasonedAct, withReason } from './ReasonedAct'

type ListActsProps = {
  filter: Filter
  /** Rows are selected; otherwise the filter is meant. */
  selected: boolean
  total: number
  onDone: (outcome: ActOutcome) => void
  /** Prints, at the end of the line. */
  children: ReactNode
}

/** 申报, 重新生成, 更正重报, 撤回, 撤销申请, 作废, 勾记对方单证: each for those of the selection whose state allows it, never twice at once. */
export function ListActs({ filter, selected, total, onDone, children }: ListActsProps) {
  const { t } = useTranslation('declaration')
  const port = useBook()
  const { offerUndo, refuse } = useAct()
  const { checking } = useCheckRules()
  const [asking, setAsking] = useState<ActName | 'tick'>()
  const busy = useWork(({ work }) => work !== undefined && work.state !== 'failed')
  const run = async (name: ActName, why: string) => {
    setAsking(undefined)
    const outcome = await runWork(name, (tell) => listActs[name].run(port, scopeOf(filter, name), why, tell))
    if (outcome) onDone(outcome)
  }
  const tick = (those: Filter, message: ChainMessage, note: string) => {
    setAsking(undefined)
    port
      .tickLists(those, message, note)
      .then(
        ({ ticked, group }) => offerUndo(t('did.tick', { count: ticked }), ticked > 0 ? group : undefined),
        refuse,
      )
  }
  const idle = !busy && total > 0
  useCommand({
    id: 'lists.declare',
    title: 'declaration:act.declare',
    group: 'room',
    does: 'declare',
    enabled: () => idle && asking === undefined,
    run: () => setAsking('declare'),
  })
  const offer = (name: ActName) => ({ does: listActs[name].does, disabled: !idle })
  const reasoned = withReason.find((name) => name === asking)
  return (
    <div className="declaration-tools" role="toolbar" aria-label={t('lists.acts')}>
      <ActButton
        type="primary"
        icon={<SendOutlined />}
        {...offer('declare')}
        data-help="declaration.declare"
        onClick={() => setAsking('declare')}
      >
        {t('act.declare')}
      </ActButton>
      {checking && (
        <ActButton
          {...offer('check')}
          data-help="declaration.check"
          onClick={() => void run('check', t('act.check'))}
        >
          {t('act.check')}
        </ActButton>
      )}
      <ActButton {...offer('rebuild')} onClick={() => void run('rebuild', t('act.rebuild'))}>
        {t('act.rebuild')}
      </ActButton>
      {withReason.map((name) => (
        <ActButton
          key={name}
          danger={isDangerous(name)}
          {...offer(name)}
          data-help={`declaration.${name}`}
          onClick={() => setAsking(name)}
        >
          {t(`act.${name}`)}
        </ActButton>
      ))}
      <ActButton
        does="tickLists"
        disabled={!idle}
        data-help="declaration.tick"
        onClick={() => setAsking('tick')}
      >
        {t('act.tick')}
      </ActButton>
      <span className="declaration-note">{t(selected ? 'lists.forSelected' : 'lists.forFilter')}</span>
      <span className="declaration-space" />
      {children}
      {asking === 'declare' && (
        <DeclareDialog
          filter={scopeOf(filter, 'declare')}
          onConfirm={() => void run('declare', t('act.declare'))}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'tick' && (
        <TickDialog filter={filter} onConfirm={tick} onClose={() => setAsking(undefined)} />
      )}
      {reasoned && (
        <ReasonedAct
          name={reasoned}
          filter={scopeOf(filter, reasoned)}
          onConfirm={(why) => void run(reasoned, why)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  )
}
