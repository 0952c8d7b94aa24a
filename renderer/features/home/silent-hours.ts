import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import type { SealedRecord, Stored } from '../../data/port'

const key = 'home.silentHours'
const usual = 2

/** After how many hours without a receipt a 清单 is called silent: a setting of the book, 2 unless it was changed. */
export function useSilentHours() {
  const port = useBook()
  const changes = useChanges('settings')
  const { value: stored } = useQueryState(async () => {
    const all = (await port.all('settings')) as Stored<SealedRecord<'settings'>>[]
    return all.find(({ record }) => record.key === key)
  }, changes)
  const set = stored?.record.value
  const setHours = async (hours: number) => {
    await port.command('settings.save', '', [
      {
        table: 'settings',
        op: 'put',
        ...(stored && { id: stored.id, rev: stored.rev }),
        record: { key, value: hours },
      },
    ])
  }
  return { hours: typeof set === 'number' && set > 0 ? set : usual, setHours }
}
