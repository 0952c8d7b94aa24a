import type { MessageType } from '#shared/ceb/message'
import { validateDocument } from '#shared/ceb/validate'
import type { CodeTableId } from '#shared/codes/table'
import { shanghaiDay } from '#shared/time/shanghai'
import type { Reason } from '#shared/protocol/engine/records'
import type { Outgoing } from './documents'
import type { Sources } from './sources'

/** Rules may have changed since a document was made (a new day, a new table): what refuses now stays here. */
export function firstFault(
  documents: readonly Pick<Outgoing, 'message' | 'document'>[],
  { codes, enterprise, unlisted }: Pick<Sources, 'codes' | 'enterprise' | 'unlisted'>,
  now: string,
): Reason | undefined {
  const context = {
    codes: codes.book,
    unlisted: (table: CodeTableId, code: string) => void unlisted.add(`${table} ${code}`),
    practice: enterprise.value.book === 'practice',
    today: shanghaiDay(now),
  }
  for (const { message, document } of documents) {
    const faults = validateDocument(message as MessageType, document, context)
    const found = faults.find(({ severity }) => severity === 'refuse')
    if (!found) continue
    const { rule, path, value } = found
    const where = `${message} ${path}`
    return {
      code: rule,
      text: {
        zh: `${where}：${found.message.zh}（${value}）`,
        en: `${where}: ${found.message.en} (${value})`,
      },
      fix: found.fix,
    }
  }
  return undefined
}
