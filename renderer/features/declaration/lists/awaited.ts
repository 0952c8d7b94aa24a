import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { chainMessages, stepOf } from '#shared/protocol/transmitters'
import type { ChainMessage } from '#shared/protocol/transmitters'
import { useText } from '../../../components/text'

const own = 'own-'
const isMessage = (text: string): text is ChainMessage => (chainMessages as readonly string[]).includes(text)

/** What a 清单 waits for, in words: whose message, which receipt, or our own key. */
export function useAwaitedWords(): (awaited: string) => string {
  const { t } = useTranslation('declaration')
  const show = useText()
  return useCallback(
    (awaited) => {
      if (isMessage(awaited)) return show(stepOf(awaited).awaited)
      const ours = awaited.slice(own.length)
      if (awaited.startsWith(own) && isMessage(ours))
        return t('awaits.own', { name: show(stepOf(ours).name) })
      return t(`awaits.${awaited}`)
    },
    [show, t],
  )
}
