import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../data/port'
import { ReasonDialog } from '../ReasonDialog'
import { ActScope } from './ActScope'
import type { ActName } from './acts'
import { useScope } from './useScope'

const dangerous: readonly ActName[] = ['withdraw', 'void']
export const isDangerous = (name: ActName): boolean => dangerous.includes(name)

/** Acts that need a reason. */
export const withReason = ['correct', 'takeBack', 'withdraw', 'void'] as const
export type ReasonedName = (typeof withReason)[number]

type ReasonedActProps = {
  name: ReasonedName
  /** Those the act is for. */
  filter: Filter
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** Before such an act is done: how much it is about, and why it is done. */
export function ReasonedAct({ name, filter, onConfirm, onClose }: ReasonedActProps) {
  const { t } = useTranslation('declaration')
  const totals = useScope(filter)
  const isEmpty = totals?.documents === 0
  return (
    <ReasonDialog
      title={t(`act.${name}`)}
      confirm={t(`act.${name}`)}
      danger={isDangerous(name)}
      disabled={!totals || isEmpty}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t(`ask.${name}`)}</p>
      {isEmpty && <Alert type="info" showIcon title={t('ask.nothing')} />}
      {totals && !isEmpty && <ActScope totals={totals} />}
    </ReasonDialog>
  )
}
