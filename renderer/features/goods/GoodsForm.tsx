import { Alert, Button, Spin } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeBook } from '#shared/codes/book'
import { goodsFaults } from '#shared/declaration/master-check'
import type { Goods } from '#shared/model/goods'
import { useSession } from '../../app/book'
import { useDraft } from '../../app/drafts'
import { closeTab, openTab, tabId, titleTab } from '../../app/navigation'
import type { Params, ViewProps } from '../../app/room'
import { useAct } from '../../app/useAct'
import { describeFailure } from '../../components/failure'
import { RecordForm } from '../../components/record-form/RecordForm'
import { useText } from '../../components/text'
import { useCodeBook } from '../../components/useCodeBook'
import type { Stored } from '../../data/port'
import { blankGoods, goodsSections } from './fields'
import { conversionNote, goodsOf, valuesOf, weightNote } from './record'
import { useGoods } from './useGoods'

type FormProps = { params: Params; codes: CodeBook; source: Stored<Goods> | undefined }

function Form({ params, codes, source }: FormProps) {
  const { t } = useTranslation('goods')
  const { entry } = useSession()
  const { act, refuse } = useAct()
  const own = params['id'] ? source : undefined
  const stored = useMemo(() => {
    if (!source) return blankGoods
    const values = valuesOf(source.record)
    return own ? values : { ...values, sku: '' }
  }, [own, source])
  const view = tabId('goods/record', params)
  const { values, change, drop, dirty, moved, keepOwn } = useDraft(
    view,
    `${t('title')} ${own?.record.sku ?? t('new')}`,
    stored,
  )
  const [busy, setBusy] = useState(false)
  const context = useMemo(() => ({ codes, practice: entry.kind === 'practice' }), [codes, entry.kind])
  const faults = useMemo(() => goodsFaults(values, context), [values, context])
  const sections = useMemo(() => {
    const notes = {
      perUnit1: conversionNote(values, codes, 'unit1', 'perUnit1'),
      perUnit2: conversionNote(values, codes, 'unit2', 'perUnit2'),
      netWeight: weightNote(values['netWeight']),
      grossWeight: weightNote(values['grossWeight']),
    }
    return goodsSections(codes, notes, own !== undefined)
  }, [codes, own, values])
  const sku = values['sku'] ?? ''
  useEffect(() => {
    titleTab('goods/record', params, own?.record.sku ?? t('new'))
  }, [own?.record.sku, params, t])

  const recordNow = () => {
    try {
      return goodsOf(values)
    } catch (error) {
      refuse(error)
      return undefined
    }
  }
  const save = async (another: boolean) => {
    const record = recordNow()
    if (!record) return
    setBusy(true)
    try {
      await act({
        name: own ? 'goods.edit' : 'goods.add',
        why: sku,
        changes: [{ table: 'goods', op: 'put', id: own?.id, rev: own?.rev ?? 0, record }],
        said: t('saved', { sku }),
      })
      drop()
      closeTab(view)
      if (another) openTab({ view: 'goods/record', params: {}, title: t('new') })
    } catch {
      // Said by the act; the input stays.
    } finally {
      setBusy(false)
    }
  }
  const sound = faults.every(({ severity }) => severity === 'warn')
  return (
    <RecordForm
      label={own ? own.record.sku : t('new')}
      sections={sections}
      values={values}
      onChange={change}
      faults={faults}
      onSubmit={() => void save(false)}
      newer={
        own && moved.length > 0 && !busy
          ? { stored, fields: moved, onKeepOwn: keepOwn, onDrop: drop }
          : undefined
      }
      first={own ? 'name' : 'sku'}
      actions={
        <>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('save')}
          </Button>
          {!own && (
            <Button disabled={!sound || busy} onClick={() => void save(true)}>
              {t('saveAndNext')}
            </Button>
          )}
          {own && (
            <Button
              onClick={() => openTab({ view: 'goods/record', params: { copy: own.id }, title: t('new') })}
            >
              {t('copy')}
            </Button>
          )}
          <span className="record-space" />
          {dirty && <span className="record-note-plain">{t('draft')}</span>}
          {dirty && <Button onClick={drop}>{t('giveUp')}</Button>}
        </>
      }
    />
  )
}

/** One SKU of the goods master as a tab: a stored one, a copy of one, or a new one. */
export function GoodsForm({ params }: ViewProps) {
  const { t } = useTranslation('goods')
  const show = useText()
  const codes = useCodeBook()
  const read = useGoods(params['id'] ?? params['copy'])
  if (read.state === 'failed') {
    return <Alert type="error" showIcon title={show(describeFailure(read.error).text)} />
  }
  if (!codes || read.state === 'loading') return <Spin description={t('loading')} />
  if (params['id'] && !read.stored) return <Alert type="warning" showIcon title={t('gone')} />
  return <Form params={params} codes={codes} source={read.stored} />
}
