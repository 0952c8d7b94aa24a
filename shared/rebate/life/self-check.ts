import { claimKey } from '../keys'
import type { PrecheckFile } from '../../model/rebate/precheck'
import { precheck } from '../precheck'
import type { Doubt } from '../../model/rebate/doubt'

type Place = Pick<Doubt, 'keys' | 'linkNo'>

/** Finds the lines of a claim by whatever paper a finding is about. */
class Places {
  readonly #own: ReadonlySet<string>
  readonly #exportsOf = new Map<string, Set<string>>()
  readonly #linksOf = new Map<string, Set<string>>()

  constructor({ lines, claim }: PrecheckFile) {
    this.#own = new Set(lines.map(({ line }) => line))
    for (const { linkNo, declarationNo, item, exportInvoiceNo } of claim.exports) {
      const key = claimKey(declarationNo, item)
      add(this.#exportsOf, `link:${linkNo}`, key)
      add(this.#exportsOf, `declaration:${declarationNo}`, key)
      if (exportInvoiceNo !== undefined) add(this.#exportsOf, `exportInvoice:${exportInvoiceNo}`, key)
      add(this.#linksOf, key, linkNo)
    }
    for (const { linkNo, invoiceNumber, line } of claim.purchases) {
      for (const key of this.#exportsOf.get(`link:${linkNo}`) ?? []) {
        add(this.#exportsOf, `invoice:${invoiceNumber}`, key)
        add(this.#exportsOf, `invoice:${invoiceNumber}#${line}`, key)
      }
    }
  }

  of(target: string): Place {
    const keys = this.#keysOf(target).filter((key) => this.#own.has(key))
    const links = new Set(keys.flatMap((key) => [...(this.#linksOf.get(key) ?? [])]))
    const [only = ''] = links
    const named = target.startsWith('link:') ? target.slice('link:'.length).split('/')[0]! : undefined
    return { keys, linkNo: named ?? (links.size === 1 ? only : '') }
  }

  #keysOf(target: string): string[] {
    if (target.startsWith('line:')) return [target.slice('line:'.length)]
    const item = /^declaration:(.+)#(\d+)$/.exec(target)
    if (item) return [claimKey(item[1]!, Number(item[2]))]
    // A finding about one goods code of a link is about the link.
    const paper = target.startsWith('link:') ? target.split('/')[0]! : target
    return [...(this.#exportsOf.get(paper) ?? [])].sort()
  }
}

function add(map: Map<string, Set<string>>, key: string, one: string): void {
  const known = map.get(key)
  if (known) known.add(one)
  else map.set(key, new Set([one]))
}

/**
 * 自检: the 疑点 of a claim, each with the lines it lands on. The same function judges at the desk and in the practice window, so
 * that what is known there could have been known here. What is merely told is no 疑点.
 */
export function selfCheck(facts: PrecheckFile): Doubt[] {
  const places = new Places(facts)
  return precheck(facts).findings.flatMap(({ rule: code, severity, target, field, text, fix }) =>
    severity === 'info' ? [] : [{ code, grade: severity, target, field, ...places.of(target), text, fix }],
  )
}
