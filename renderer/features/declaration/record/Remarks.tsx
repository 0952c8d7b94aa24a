import type { ListWarning } from '#shared/model/list'
import { useBook } from '../../../app/book'
import { FindingList } from '../../../components/FindingList'
import { remarksOf } from '../build/findings'
import { canJump, jumpTo } from '../jump'

/** What the rules remarked on a 清单 without refusing it, and the way to the record in which each is mended. */
export function Remarks({ warnings }: { warnings: readonly ListWarning[] }) {
  const port = useBook()
  const sourceOf = (id: string) => warnings[Number(id)]?.source
  return (
    <FindingList
      findings={remarksOf(warnings)}
      canJump={({ id }) => {
        const source = sourceOf(id)
        return source !== undefined && canJump(source.record)
      }}
      onJump={({ id }) => {
        const source = sourceOf(id)
        if (source) void jumpTo(port, source.record, source.key)
      }}
    />
  )
}
