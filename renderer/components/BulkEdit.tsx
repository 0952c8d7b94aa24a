import { Alert, App, DatePicker, Input, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkEditProps, BulkField, BulkPreview } from './BulkEdit.props'
import { describeFailure, type Failure } from './failure'
import { groupDigits } from './numbers'
import { useText } from './text'
import { useDoneNotice } from './useDoneNotice'
import './bulk-edit.css'

export type { BulkEditProps, BulkField, BulkPreview } from './BulkEdit.props'

const pauseMs = 250
const number = (value: number) => groupDigits(String(value))

/** The preview of what stands in the form; an answer to an earlier state is dropped. */
function usePreview(ask: BulkEditProps['preview'], field: string | undefined, value: string) {
  const [result, setResult] = useState<{ of: string; preview?: BulkPreview; failure?: Failure }>()
  const of = field === undefined ? undefined : JSON.stringify([field, value])
  useEffect(() => {
    if (field === undefined || of === undefined) return undefined
    const abort = new AbortController()
    const timer = setTimeout(() => {
      ask(field, value, abort.signal).then(
        (preview) => !abort.signal.aborted && setResult({ of, preview }),
        (error: unknown) => !abort.signal.aborted && setResult({ of, failure: describeFailure(error) }),
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [ask, field, of, value])
  return result?.of === of ? result : undefined
}

function Preview({ preview }: { preview: BulkPreview }) {
  const { t } = useTranslation('components')
  const show = useText()
  return (
    <>
      <Alert
        type={preview.invalid > 0 ? 'warning' : 'info'}
        showIcon
        title={t('bulk.counts', {
          rows: number(preview.rows),
          changed: number(preview.changed),
          invalid: number(preview.invalid),
        })}
      />
      <table className="bulk-samples">
        <tbody>
          {preview.samples.map((sample) => (
            <tr key={sample.label}>
              <th scope="row">{sample.label}</th>
              <td className="bulk-before">{sample.before || t('bulk.empty')}</td>
              <td>{sample.after || t('bulk.empty')}</td>
              <td className="bulk-fault">{sample.fault && show(sample.fault)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function ValueInput({
  field,
  value,
  onChange,
}: {
  field: BulkField | undefined
  value: string
  onChange: (value: string) => void
}) {
  const { t } = useTranslation('components')
  const show = useText()
  if (field?.day) {
    return (
      <DatePicker
        aria-label={t('bulk.value')}
        value={value ? dayjs(value) : null}
        onChange={(_day, text) => onChange(text ?? '')}
      />
    )
  }
  if (!field?.options) {
    return (
      <Input
        aria-label={t('bulk.value')}
        disabled={!field}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  return (
    <Select
      aria-label={t('bulk.value')}
      showSearch={{ optionFilterProp: 'label' }}
      value={value || null}
      onChange={onChange}
      options={field.options.map((option) => ({ value: option.value, label: show(option.label) }))}
    />
  )
}

/** One field of all rows of a filter: what would change and what would break, before anything is written. */
export function BulkEdit({ open, onClose, rows, fields, preview: ask, apply }: BulkEditProps) {
  const { t } = useTranslation('components')
  const show = useText()
  const { notification } = App.useApp()
  const sayDone = useDoneNotice()
  const [key, setKey] = useState<string>()
  const [value, setValue] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const result = usePreview(ask, key, value)
  const field = fields.find((candidate) => candidate.key === key)
  const ready = result?.preview && result.preview.invalid === 0 && result.preview.changed > 0

  const run = async () => {
    setBusy(true)
    try {
      const { changed, undo } = await apply(key!, value)
      sayDone({
        key: `bulk-${Date.now()}`,
        title: t('bulk.done', { changed: number(changed) }),
        undo: {
          label: t('bulk.undo'),
          run: () =>
            void undo().then(
              () => notification.info({ title: t('bulk.undone') }),
              (error: unknown) => notification.error({ title: show(describeFailure(error).text) }),
            ),
        },
      })
      onClose()
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t('bulk.title', { rows: number(rows) })}
      okText={t('bulk.apply', { changed: number(result?.preview?.changed ?? 0) })}
      cancelText={t('wizard.cancel')}
      okButtonProps={{ disabled: !ready, loading: busy }}
      onOk={() => void run()}
      width={640}
      destroyOnHidden
    >
      <div className="bulk">
        <div className="bulk-form">
          <Select
            autoFocus
            aria-label={t('bulk.field')}
            placeholder={t('bulk.field')}
            showSearch={{ optionFilterProp: 'label' }}
            value={key ?? null}
            onChange={(next: string) => {
              setKey(next)
              setValue('')
            }}
            options={fields.map((candidate) => ({ value: candidate.key, label: show(candidate.title) }))}
          />
          <span aria-hidden>=</span>
          <ValueInput field={field} value={value} onChange={setValue} />
        </div>
        {(result?.failure ?? failure) && (
          <Alert type="error" showIcon title={show((result?.failure ?? failure)!.text)} />
        )}
        {result?.preview && <Preview preview={result.preview} />}
      </div>
    </Modal>
  )
}
