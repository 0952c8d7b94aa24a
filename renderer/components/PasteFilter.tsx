import { SnippetsOutlined } from '@ant-design/icons'
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { groupDigits } from './numbers'
import { mostNumbers, readNumbers } from './pasted-numbers'
import type { PasteFilterProps } from './PasteFilter.props'
import './paste-filter.css'

export type { PasteFilterProps } from './PasteFilter.props'

function Form({ onApply }: { onApply: (numbers: readonly string[]) => void }) {
  const { t } = useTranslation('components')
  const [text, setText] = useState('')
  const { numbers, repeated, dropped } = readNumbers(text)
  return (
    <div className="paste-form">
      <Input.TextArea
        autoFocus
        rows={10}
        aria-label={t('paste.label')}
        placeholder={t('paste.placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div role="status" className={dropped > 0 ? 'paste-count paste-count-over' : 'paste-count'}>
        {t('paste.count', { count: numbers.length, repeated })}
        {dropped > 0 && ` ${t('paste.over', { most: mostNumbers, dropped })}`}
      </div>
      <Button type="primary" disabled={numbers.length === 0} onClick={() => onApply(numbers)}>
        {t('paste.apply')}
      </Button>
    </div>
  )
}

/** Numbers that no row carries; to be copied back to whoever asked. */
function NotFound({ notFound }: { notFound: readonly string[] }) {
  const { t } = useTranslation('components')
  return (
    <Popover
      trigger="click"
      title={t('paste.notFoundTitle', { count: notFound.length })}
      content={
        <Input.TextArea
          readOnly
          rows={10}
          aria-label={t('paste.notFoundTitle', { count: notFound.length })}
          value={notFound.join('\n')}
        />
      }
    >
      <Button type="link" size="small" danger>
        {t('paste.notFound', { count: notFound.length })}
      </Button>
    </Popover>
  )
}

/** A pasted column as filter, and which of its numbers were not found. */
export function PasteFilter({ active, onApply, onClear }: PasteFilterProps) {
  const { t } = useTranslation('components')
  const [open, setOpen] = useState(false)
  return (
    <span className="paste-filter">
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        content={
          <Form
            onApply={(numbers) => {
              setOpen(false)
              void onApply(numbers)
            }}
          />
        }
      >
        <Button icon={<SnippetsOutlined />}>{t('paste.open')}</Button>
      </Popover>
      {active && (
        <>
          <span role="status">
            {t('paste.active', {
              asked: groupDigits(String(active.asked)),
              found: groupDigits(String(active.asked - active.notFound.length)),
            })}
          </span>
          {active.notFound.length > 0 && <NotFound notFound={active.notFound} />}
          <Button type="link" size="small" onClick={onClear}>
            {t('paste.clear')}
          </Button>
        </>
      )}
    </span>
  )
}
