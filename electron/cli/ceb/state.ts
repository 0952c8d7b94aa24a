import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { CebMessage } from '#shared/ceb/message'
import { faultLines, FaultLine } from '#shared/ceb/report'
import type { Language } from '#shared/model/text'
import { actions } from '#shared/protocol/act-table'
import type { Reason } from '#shared/protocol/engine/records'
import { foldFiles, type FiledDocument } from '#shared/protocol/file-states'
import { situations } from '#shared/protocol/situations'
import { statusWords } from '#shared/protocol/status'
import { timeline } from '#shared/protocol/timeline'
import { zoneById, zones } from '#shared/zones/zones'
import { DONE, REFUSED, UsageError, type Io } from '../command'
import { attempt, read, unreadable } from './read'

const Refused = z.object({ code: z.string(), message: z.string(), fix: z.string() })

/** What is known of one document from files alone. `refused`: this submission should not have been sent, and why. */
export const DocumentReport = z.object({
  message: z.string(),
  businessKey: z.string(),
  situation: z.enum(situations),
  code: z.string(),
  words: z.string(),
  info: z.string(),
  preNo: z.string().optional(),
  invtNo: z.string().optional(),
  unknown: z.array(z.string()),
  attempts: z.array(
    z.object({ no: z.int(), appType: z.string(), at: z.string(), refused: Refused.optional() }),
  ),
  history: z.array(
    z.object({
      at: z.string(),
      attempt: z.int(),
      code: z.string(),
      words: z.string(),
      info: z.string(),
      remark: z.string().optional(),
    }),
  ),
  acts: z.array(
    z.object({
      action: z.enum(actions),
      appTypes: z.array(z.string()).optional(),
      keepsCopNo: z.boolean().optional(),
      uncertain: z.boolean().optional(),
      text: z.string(),
    }),
  ),
})

/** `unread`: files that are no customs message. */
export const StateReport = z.object({
  documents: z.array(DocumentReport),
  unread: z.array(z.object({ file: z.string(), faults: z.array(FaultLine) })),
})
export type StateReport = z.infer<typeof StateReport>

/** State, history and allowed acts of the documents of these files; the exit code says whether one broke the rules. */
export async function state(
  files: readonly string[],
  zoneId: string | undefined,
  language: Language,
  io: Io,
): Promise<number> {
  const zone = zoneId === undefined ? undefined : zoneById(zoneId)
  if (zoneId !== undefined && !zone)
    throw new UsageError(`--zone ${zoneId}: ${zones.map(({ id }) => id).join(', ')}`)
  const messages: CebMessage[] = []
  const unread: StateReport['unread'] = []
  for (const file of files) {
    const bytes = await readFile(file).catch((error: unknown) => unreadable(file, error))
    const decoded = 'rule' in bytes ? { faults: [bytes] } : await attempt(() => read(bytes))
    if ('faults' in decoded) unread.push({ file, faults: faultLines(decoded.faults, language) })
    else messages.push(decoded.result.message)
  }
  const documents = foldFiles(messages, zone).map((one) => reportOf(one, language))
  io.out({ documents, unread } satisfies StateReport)
  const broken = documents.some(({ attempts }) => attempts.some(({ refused }) => refused))
  return broken || unread.length > 0 ? REFUSED : DONE
}

function reportOf(
  { message, businessKey, situation, state: found, attempts, facts, acts }: FiledDocument,
  language: Language,
): StateReport['documents'][number] {
  const { preNo, invtNo, unknown, refusal } = found
  const { code, info } = refusal?.open ? refusal : found
  return {
    message,
    businessKey,
    situation,
    code,
    words: code === '' ? '' : statusWords(code)[language],
    info,
    ...(preNo && { preNo }),
    ...(invtNo && { invtNo }),
    unknown,
    attempts: attempts.map(({ no, appType, at, reason }) => ({
      no,
      appType,
      at,
      ...(reason && { refused: refusedIn(reason, language) }),
    })),
    history: timeline(message, attempts, facts).map((moment) => ({
      at: moment.at,
      attempt: moment.attempt,
      code: moment.raw,
      words: moment.words[language],
      info: moment.info,
      ...(moment.remark && { remark: moment.remark[language] }),
    })),
    acts: acts.map(({ text, appTypes, ...act }) => ({
      ...act,
      ...(appTypes && { appTypes: [...appTypes] }),
      text: text[language],
    })),
  }
}

const refusedIn = ({ code, text, fix }: Reason, language: Language) => ({
  code,
  message: text[language],
  fix: fix?.[language] ?? '',
})
