import { App } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

type Asked = {
  title: string
  act: string
  run: () => Promise<unknown>
  /** There is no way back: Enter alone does not do it. */
  final?: boolean
}

/** Ask before an act, in a dialog that has the focus. */
export function useAsk() {
  const { t } = useTranslation('forex')
  const { modal } = App.useApp()
  return useCallback(
    ({ title, act, run, final = false }: Asked) =>
      void modal.confirm({
        title,
        okText: act,
        cancelText: t('cancel'),
        autoFocusButton: final ? 'cancel' : 'ok',
        onOk: run,
      }),
    [modal, t],
  )
}
