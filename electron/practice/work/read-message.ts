import { decodeMessage } from '#shared/ceb/decode'
import { isAccepted, type Fault } from '#shared/ceb/fault'
import type { CebMessage } from '#shared/ceb/message'
import type { CheckContext } from '#shared/ceb/rules/context'
import { CebRefusal } from '#shared/ceb/refusal'
import { tableOf } from '#shared/ceb/tables'
import { validateDecoded } from '#shared/ceb/validate'
import type { CebDocument } from '#shared/model/list'
import { businessKey } from '#shared/protocol/keys'
import type { BatchMessage } from '#shared/protocol/package'
import { customsDesk } from '../desks/customs'
import type { Submission } from '../desks/intake'
import { digestOf } from '../host'

/** A message file of a batch: its documents, or nothing when it is not a message that this service takes. */
export type ReadMessage = { submissions: Submission[] } | { unreadable: true }

/** Digest of what is declared. guid and appTime differ between two declarations of the same thing, so they are left out. */
export function contentDigest({ head, lines = [] }: CebDocument): string {
  const { guid: _guid, appTime: _appTime, ...declared } = head
  const sorted = (values: Record<string, string>) =>
    Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  return digestOf(JSON.stringify([sorted(declared), lines.map(sorted)]))
}

const inWords = ({ path, value, message, fix }: Fault) =>
  `${path}${value === '' ? '' : `“${value}”`}：${message.zh}，${fix.zh}`

/** Faults that refuse the n-th document: its own, and those of the message around it. */
function faultsOf(faults: readonly Fault[], node: string, n: number): string[] {
  const own = `${node}[${n}]`
  return faults
    .filter((fault) => !isAccepted([fault]))
    .filter(({ path }) => path === own || path.startsWith(`${own}/`) || !path.startsWith(`${node}[`))
    .map(inWords)
}

function decode(xml: string, check: CheckContext): { message: CebMessage; faults: Fault[] } | undefined {
  try {
    const decoded = decodeMessage(xml)
    return { message: decoded.message, faults: validateDecoded(decoded, check) }
  } catch (error) {
    if (error instanceof CebRefusal) return undefined
    throw error
  }
}

/** Read one message of a batch and check its format, with the same reader and validator that the client has. */
export function readMessage({ type, xml }: BatchMessage, check: CheckContext): ReadMessage {
  const decoded = type in customsDesk ? decode(xml, check) : undefined
  if (!decoded || decoded.message.type !== type) return { unreadable: true }
  const { node } = tableOf(decoded.message.type)
  const submissions = decoded.message.documents.map((content, index): Submission | undefined => {
    const key = businessKey(type, content.head)
    if (key === undefined) return undefined
    return {
      message: type,
      businessKey: key,
      guid: (content.head.guid ?? '').toUpperCase(),
      digest: contentDigest(content),
      content: { head: content.head, ...(content.lines ? { lines: content.lines } : {}) },
      formatFaults: faultsOf(decoded.faults, node, index + 1),
    }
  })
  if (submissions.some((submission) => submission === undefined)) return { unreadable: true }
  return { submissions: submissions as Submission[] }
}
