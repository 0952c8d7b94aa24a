import { Progress, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Entrance } from './Entrance'

type OpeningProps = { label: string; done: number; total: number }

/** Unlocked, and the lists are being read into memory. */
export function Opening({ label, done, total }: OpeningProps) {
  const { t } = useTranslation('app')
  const percent = total > 0 ? Math.floor((done / total) * 100) : 0
  return (
    <Entrance>
      <Typography.Title level={3}>{label}</Typography.Title>
      <Progress percent={percent} status="active" aria-label={t('unlock.opening')} />
      <p role="status">{total > 0 ? t('unlock.progress', { done, total }) : t('unlock.opening')}</p>
    </Entrance>
  )
}
