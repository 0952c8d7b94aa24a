import { Button, Result } from 'antd'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { describeFailure } from '../../components/failure'
import { useText } from '../../components/text'

type ErrorBoundaryProps = {
  /** What failed, in words: the title of the room or of the tab. */
  place: string
  children: ReactNode
}

function Failed({ place, error, onRetry }: { place: string; error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('app')
  const show = useText()
  const { code, text } = describeFailure(error)
  return (
    <Result
      status="warning"
      title={t('failed.title', { place })}
      subTitle={t('failed.kept')}
      extra={
        <Button type="primary" onClick={onRetry}>
          {t('failed.retry')}
        </Button>
      }
    >
      <p className="failed-reason">
        <code>{code}</code> {show(text)}
      </p>
    </Result>
  )
}

/** A view that fails says what happened and that the data is as it was; the rest of the window goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error?: unknown }> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return (
      <Failed place={this.props.place} error={error} onRetry={() => this.setState({ error: undefined })} />
    )
  }
}
