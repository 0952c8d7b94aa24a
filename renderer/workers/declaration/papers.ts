import { businessDay } from '#shared/declaration/shanghai'
import { blocksOf } from '#shared/evidence/blocks'
import type { EvidenceDocument } from '#shared/evidence/document'
import { authorisationPaper } from '#shared/filing/authorisation'
import { filingModes, type FilingMode } from '#shared/filing/roles'
import type { DeclarationList } from '#shared/model/list'
import type { Reason } from '#shared/protocol/engine/records'
import { leaveFor, noLeave, readAgency } from '../../data/agency'
import type { Book } from '../../data/book'
import { eachRecord } from '../../data/read/records'

/**
 * What of the papers and of the leave of an agent keeps a 清单 from being declared today: a paper that has run out stops the
 * lists with its goods or its mode and no other.
 */
export async function paperCheck({ context }: Book): Promise<(list: DeclarationList) => Reason | undefined> {
  const on = businessDay(context.now())
  const agency = await readAgency(context)
  const papers: EvidenceDocument[] = agency.authorisations.map(authorisationPaper)
  for await (const chunk of eachRecord(context, 'evidence')) papers.push(...chunk.map(({ record }) => record))
  if (papers.length === 0 && !agency.agent) return () => undefined
  return ({ documents, tradeMode }) => {
    const mode = filingModes.find((one) => one === tradeMode.slice(0, 4)) as FilingMode | undefined
    const leave = leaveFor(agency, 'declare', on, mode)
    if (!leave.may) {
      const { code, text } = noLeave('declare', leave)
      return { code, text }
    }
    const lines = documents.inventory.lines ?? []
    const skus = [...new Set(lines.flatMap(({ itemNo }) => (itemNo ? [itemNo] : [])))]
    const intent = { act: 'declare' as const, on, skus, mode: tradeMode }
    const block = blocksOf({ ...intent, ...(agency.agent && { principal: agency.principal }) }, papers).find(
      ({ stops }) => stops,
    )
    return block && { code: 'paper-stops', text: block.says, fix: block.fix }
  }
}
