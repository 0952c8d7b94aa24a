import { Button, Steps, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../app/book'
import { openRoom } from '../../../app/navigation'
import { BringBackStep } from './BringBackStep'
import { ExportStep } from './ExportStep'
import { TakeAlongStep } from './TakeAlongStep'
import { UploadStep } from './UploadStep'
import './file.css'

const steps = [
  ['export', ExportStep],
  ['take', TakeAlongStep],
  ['upload', UploadStep],
  ['back', BringBackStep],
] as const

/** 交换文件: 导出 → 带走 → 上传 → 带回. The steps are done on two machines, so any of them can be opened at once. */
export function FileWizard() {
  const { t } = useTranslation('carry')
  const { entry } = useSession()
  const [current, setCurrent] = useState(0)
  const [name, Step] = steps[current]!
  return (
    <div className="carry" data-view="queue/file">
      <div className="carry-head">
        <h1>{t('title')}</h1>
        <span className="carry-note">{t('what')}</span>
        <Button size="small" onClick={() => openRoom('desks')}>
          {t('desks')}
        </Button>
        {entry.kind === 'practice' && <Tag color="orange">{t('practice')}</Tag>}
      </div>
      <Steps
        className="carry-steps"
        size="small"
        current={current}
        onChange={setCurrent}
        items={steps.map(([key], at) => ({
          title: t(`step.${key}`),
          content: t(`where.${key}`),
          // Steps of two machines: none is done because another is open.
          status: at === current ? 'process' : 'wait',
        }))}
      />
      <section className="carry-step" aria-label={t(`step.${name}`)} data-help={`queue.file-${name}`}>
        <Step />
      </section>
    </div>
  )
}
