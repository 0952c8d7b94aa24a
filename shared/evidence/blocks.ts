import { fillText, type Text } from '../model/text'
import type { EvidenceDocument } from './document'
import { evidenceRule, type Act, type EvidenceKind } from './kinds'
import { holdsOn, validityOf } from './validity'

/** Something somebody wants to do, for what, on a day. Subjects that the act is not about are left out. */
export type Intent = {
  act: Act
  on: string
  skus?: readonly string[]
  mode?: string
  /** For whom it is done, when not for oneself. */
  principal?: string
  /** Papers that goods need, as the lists and the tariff say. */
  needs?: ReadonlyMap<string, readonly EvidenceKind[]>
}

/** Why it cannot be done, or only with a warning: which paper, about what, since when. */
export type Block = {
  kind: EvidenceKind
  /** SKU, mode or principal; '' is the enterprise. */
  subject: string
  because: 'expired' | 'pending' | 'missing'
  stops: boolean
  document?: EvidenceDocument
  says: Text
  fix: Text
}

/**
 * What stands in the way of an act. A paper that has run out blocks exactly the acts of its kind for exactly its subjects,
 * and nothing while another of the kind holds for them. A paper that was never there blocks only where it is asked for:
 * goods by `needs`, a principal always.
 */
export function blocksOf(intent: Intent, documents: readonly EvidenceDocument[]): Block[] {
  const blocks = new Map<string, Block>()
  const put = (block: Block) => blocks.set(`${block.kind} ${block.subject}`, block)
  for (const document of documents) {
    const rule = evidenceRule(document.kind)
    if (!rule.blocks.includes(intent.act) || holdsOn(document, intent.on)) continue
    for (const subject of subjectsOf(document.kind, intent)) {
      if (!isAbout(document, subject) || isCovered(document.kind, subject, intent.on, documents)) continue
      const { state } = validityOf(document, intent.on)
      const because = state === 'pending' ? 'pending' : 'expired'
      const known = blocks.get(`${document.kind} ${subject}`)
      // Of several the one that ran out last is the one to be renewed.
      if (known?.document?.to !== undefined && known.document.to >= (document.to ?? '')) continue
      put(blockOf(document.kind, subject, because, document))
    }
  }
  for (const [kind, subject] of asked(intent)) {
    const isKnown = blocks.has(`${kind} ${subject}`) || isCovered(kind, subject, intent.on, documents)
    if (!isKnown) put(blockOf(kind, subject, 'missing'))
  }
  return [...blocks.values()]
}

/** Whether anything stops the act; warnings do not. */
export const isStopped = (blocks: readonly Block[]): boolean => blocks.some(({ stops }) => stops)

function subjectsOf(kind: EvidenceKind, { skus = [], mode, principal }: Intent): readonly string[] {
  const { subject } = evidenceRule(kind)
  if (subject === 'enterprise') return ['']
  if (subject === 'goods') return skus
  if (subject === 'mode') return mode === undefined ? [] : [mode]
  return principal === undefined ? [] : [principal]
}

function asked({ act, needs = new Map(), skus = [], principal }: Intent): [EvidenceKind, string][] {
  const goods = skus.flatMap((sku) =>
    (needs.get(sku) ?? []).flatMap((kind): [EvidenceKind, string][] =>
      evidenceRule(kind).blocks.includes(act) ? [[kind, sku]] : [],
    ),
  )
  const agency = principal !== undefined && evidenceRule('agency-agreement').blocks.includes(act)
  return agency ? [...goods, ['agency-agreement', principal]] : goods
}

const isAbout = ({ subjects }: EvidenceDocument, subject: string): boolean =>
  subject === '' ? subjects.length === 0 : subjects.includes(subject)

const isCovered = (
  kind: EvidenceKind,
  subject: string,
  on: string,
  documents: readonly EvidenceDocument[],
): boolean => documents.some((one) => one.kind === kind && isAbout(one, subject) && holdsOn(one, on))

function blockOf(
  kind: EvidenceKind,
  subject: string,
  because: Block['because'],
  document?: EvidenceDocument,
): Block {
  const { name, warns } = evidenceRule(kind)
  const params = { name, subject, to: document?.to ?? '', from: document?.from ?? '' }
  return {
    kind,
    subject,
    because,
    stops: warns !== true,
    ...(document && { document }),
    says: fillText(words[because], params),
    fix: fillText(because === 'missing' ? words.attach : words.renew, params),
  }
}

const words = {
  expired: { zh: '{name}已于 {to} 到期 {subject}', en: '{name} ran out on {to} {subject}' },
  pending: { zh: '{name} {from} 起才有效 {subject}', en: '{name} holds only from {from} {subject}' },
  missing: { zh: '没有{name} {subject}', en: 'There is no {name} {subject}' },
  renew: { zh: '换发后登记新的{name}', en: 'Renew it and record the new {name}' },
  attach: { zh: '登记{name}并附上文件', en: 'Record the {name} and attach its file' },
} satisfies Record<string, Text>
