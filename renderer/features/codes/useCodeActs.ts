import { App } from 'antd'
import { useCallback } from 'react'
import type { OwnCode } from '#shared/codes/own'
import type { CodeTableId } from '#shared/codes/table'
import { useBook } from '../../app/book'
import { ownCodesChanged } from '../../app/own-codes'
import { describeFailure } from '../../components/failure'
import { useText } from '../../components/text'

/** Changes to the own codes: written, journaled, shown in every window; a refusal is said and thrown on. */
export function useCodeActs() {
  const port = useBook()
  const show = useText()
  const { message } = App.useApp()
  const act = useCallback(
    async (work: Promise<void>, said: string) => {
      try {
        await work
        await ownCodesChanged(port)
        message.success(said)
      } catch (error) {
        message.error(show(describeFailure(error).text))
        throw error
      }
    },
    [message, port, show],
  )
  return {
    put: (codes: readonly OwnCode[], why: string, said: string) => act(port.putCodes(codes, why), said),
    drop: (codes: readonly Pick<OwnCode, 'table' | 'code'>[], why: string, said: string) =>
      act(port.dropCodes(codes, why), said),
    setComplete: (
      table: CodeTableId,
      edition: Parameters<typeof port.setEdition>[1],
      why: string,
      said: string,
    ) => act(port.setEdition(table, edition, why), said),
  }
}
