import { Alert, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook, useSession } from '../../../app/book'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { showTime } from '../../../components/time'
import type { Filter, OutagePackView } from '../../../data/port'
import { useActing } from '../useActing'
import { useFacts } from '../useFacts'
import { makePack } from './making'

const waiting: Filter = { where: [{ column: 'state', is: 'in', values: ['waiting'] }] }
const numbersIn = (text: string) => text.split(/[\s,;]+/).filter(Boolean)

/** Say that the platform is down, why, and for which lists; the rest is one click. */
export function PackForm({ onMade }: { onMade: () => void }) {
  const { t } = useTranslation('outage')
  const session = useSession()
  const port = useBook()
  const skewMs = useFacts()?.skewMs
  const changes = useChanges('lists', 'outbox')
  const [why, setWhy] = useState('')
  const [all, setAll] = useState(true)
  const [pasted, setPasted] = useState('')
  const [made, setMade] = useState<OutagePackView>()
  const { busy, act } = useActing()
  const numbers = numbersIn(pasted)
  const lists: Filter = all ? {} : { numbers }
  const { value } = useQueryState(
    () => port.totals('lists', { ...waiting, ...lists }),
    `${changes} ${all ? '' : numbers.join(' ')}`,
  )
  const count = value?.rows ?? 0
  const make = async () => {
    const statedAt = new Date().toISOString()
    const pack = await makePack(session, {
      lists,
      why: why.trim(),
      statedAt,
      ...(skewMs !== undefined && { skewMs }),
    })
    if (!pack) return
    setMade(pack)
    setWhy('')
    onMade()
  }
  return (
    <>
      <label className="carry-field">
        <span>{t('why')}</span>
        <Input
          value={why}
          maxLength={200}
          placeholder={t('whyExample')}
          onChange={(event) => setWhy(event.target.value)}
        />
      </label>
      <fieldset className="carry-choices">
        <legend>{t('lists')}</legend>
        <Radio.Group
          value={all}
          onChange={(event) => setAll(event.target.value as boolean)}
          options={[
            { value: true, label: t('all') },
            { value: false, label: t('some') },
          ]}
        />
        {!all && (
          <Input.TextArea
            aria-label={t('numbers')}
            placeholder={t('numbers')}
            rows={3}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        )}
        <p className="carry-note" data-testid="outage-count">
          {t('count', { count })}
        </p>
      </fieldset>
      <div className="carry-acts">
        <ActButton
          does="makeOutagePack"
          type="primary"
          danger
          loading={busy}
          disabled={why.trim() === '' || count === 0}
          onClick={() => void act(make)}
        >
          {t('button')}
        </ActButton>
        <span className="carry-note">{t(why.trim() === '' ? 'whyFirst' : 'leaves')}</span>
      </div>
      {made && (
        <Alert
          type="success"
          showIcon
          data-testid="outage-made"
          title={t('made', { lists: made.lists, documents: made.documents, time: showTime(made.at) })}
          description={t('file', { path: made.shownPath, sha256: made.sha256 })}
        />
      )}
    </>
  )
}
