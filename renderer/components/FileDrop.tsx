import { InboxOutlined } from '@ant-design/icons'
import { useId, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileDropProps } from './FileDrop.props'
import { listed, useText } from './text'
import './file-drop.css'

export type { FileDropProps } from './FileDrop.props'

/** Files whose extension is asked for, and those that are refused. */
export function sortFiles(files: readonly File[], accept: readonly string[]) {
  const fits = (file: File) => accept.some((extension) => file.name.toLowerCase().endsWith(extension))
  return { taken: files.filter(fits), refused: files.filter((file) => !fits(file)) }
}

/** Drop files here or choose them; the box itself is the button. */
export function FileDrop({
  title,
  hint,
  accept,
  multiple = false,
  disabled: isBusy = false,
  refused: whyNot,
  onFiles,
}: FileDropProps) {
  const { t } = useTranslation('components')
  const show = useText()
  const id = useId()
  const disabled = isBusy || whyNot !== undefined
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])

  const take = (list: FileList | null) => {
    const { taken, refused: no } = sortFiles([...(list ?? [])], accept)
    setRefused(no.map((file) => file.name))
    const files = multiple ? taken : taken.slice(0, 1)
    if (files.length > 0) onFiles(files)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!disabled) take(event.dataTransfer.files)
  }
  return (
    <div className="file-drop-frame">
      <label
        className={over ? 'file-drop file-drop-over' : 'file-drop'}
        data-disabled={disabled || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <InboxOutlined className="file-drop-icon" />
        <span className="file-drop-title">{show(title)}</span>
        <span className="file-drop-hint">
          {hint && `${show(hint)} · `}
          {t('file.accepts', { list: accept.join(' ') })}
        </span>
        <input
          type="file"
          className="visually-hidden"
          accept={accept.join(',')}
          multiple={multiple}
          disabled={disabled}
          aria-describedby={id}
          onChange={(event) => {
            take(event.target.files)
            // The same file may be chosen again after it was mended.
            event.target.value = ''
          }}
        />
      </label>
      <div id={id} role="status" className="file-drop-refused">
        {whyNot}
        {refused.length > 0 && t('file.refused', { names: show(listed(refused)), list: accept.join(' ') })}
      </div>
    </div>
  )
}
