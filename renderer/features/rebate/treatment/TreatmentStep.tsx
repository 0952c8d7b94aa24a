import { FormOutlined } from '@ant-design/icons'
import { App, Empty } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useColumnTitles } from '../../../components/column-titles'
import type { RebateAnswers } from '../../../data/port'
import { useLineColumns } from '../columns'
import { ListBar, useWords } from '../../../app/list/ListBar'
import { PagedGrid } from '../../../app/list/PagedGrid'
import { useAttempt } from '../../../app/useAttempt'
import { useRebateList } from '../useRebateList'
import { treatments } from '../words'
import { useWizard } from '../wizard/context'
import { AnswersDialog } from './AnswersDialog'
import { TreatmentDetail } from './TreatmentDetail'

/** 处理方式: refund, exempt, taxed, not yet or to be confirmed for every line, with the rule that decided. */
export function TreatmentStep() {
  const { t } = useTranslation('rebate')
  const title = useColumnTitles('rebate', 'step')
  const port = useBook()
  const { message } = App.useApp()
  const act = useAttempt()
  const { batch, focus } = useWizard()
  const columns = useLineColumns()
  const words = useWords('name')
  const list = useRebateList('lines', batch.id, words.where)
  const [opened, setOpened] = useState(focus?.id)
  const [asking, setAsking] = useState<'batch' | 'picked'>()
  const saveBatch = async (answers: RebateAnswers) =>
    (await act(async () => {
      await port.editRebateBatch(batch.id, { answers }, t('why.answers'))
      return true
    })) ?? false
  const savePicked = async (answers: RebateAnswers) => {
    const { picked } = list
    if (!picked) return false
    const count = await act(() => port.answerRebateLines(batch.id, picked, answers, t('why.answers')))
    if (count !== undefined) void message.success(t('answer.saved', { count }))
    return count !== undefined
  }
  return (
    <div className="face-page" data-help="rebate.treatment">
      <ListBar
        words={words}
        placeholder={t('item.search')}
        list={list}
        choices={[
          {
            column: 'treatment',
            title: t('line.treatment'),
            options: treatments.filter(Boolean).map((value) => ({ value, label: t(`treatment.${value}`) })),
          },
        ]}
      >
        <ActButton
          does="answerRebateLines"
          disabled={batch.locked || !list.picked}
          onClick={() => setAsking('picked')}
        >
          {t('answer.picked')}
        </ActButton>
        <ActButton
          does="answerRebateLines"
          type="primary"
          icon={<FormOutlined />}
          disabled={batch.locked}
          onClick={() => setAsking('batch')}
        >
          {t('answer.batch')}
        </ActButton>
      </ListBar>
      <div className="face-split">
        <div className="face-grid">
          <PagedGrid
            id="rebate-treatment"
            label={title('treatment')}
            list={list}
            columns={columns}
            selectable
            onOpen={({ id }) => setOpened(id)}
            empty={t('lines.none')}
          />
        </div>
        <aside className="face-card face-aside" aria-label={t('detail')} aria-live="polite">
          {opened ? (
            <TreatmentDetail key={opened} line={opened} field={focus?.id === opened ? focus.field : ''} />
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('open')} />
          )}
        </aside>
      </div>
      {asking && (
        <AnswersDialog
          title={t(asking === 'batch' ? 'answer.batch' : 'answer.picked')}
          start={asking === 'batch' ? batch.answers : {}}
          beneath={asking === 'batch' ? undefined : batch.answers}
          onSave={asking === 'batch' ? saveBatch : savePicked}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  )
}
