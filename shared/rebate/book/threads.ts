import { declarationNumber } from '../keys'

/** Declarations and invoices as they are named by each other: names are nodes, and what is tied has one root. */
export class Threads {
  readonly #declarations = new Map<string, number>()
  readonly #invoices = new Map<string, number>()
  readonly #above: number[] = []

  #named(names: Map<string, number>, name: string): number {
    const known = names.get(name)
    if (known !== undefined) return known
    const made = this.alone()
    names.set(name, made)
    return made
  }

  /** A number that already carries its item is the same 报关单. */
  declaration(no: string): number {
    const known = this.#declarations.get(no)
    if (known !== undefined) return known
    const made = this.#named(this.#declarations, declarationNumber(no))
    this.#declarations.set(no, made)
    return made
  }

  invoice(number: string): number {
    return this.#named(this.#invoices, number)
  }

  knownDeclaration(no: string): number | undefined {
    return this.#declarations.get(declarationNumber(no))
  }

  knownInvoice(number: string): number | undefined {
    return this.#invoices.get(number)
  }

  alone(): number {
    return this.#above.push(this.#above.length) - 1
  }

  rootOf(at: number): number {
    const above = this.#above
    let root = at
    while (above[root] !== root) root = above[root]!
    while (above[at] !== root) [at, above[at]] = [above[at]!, root]
    return root
  }

  tie(a: number, b: number): void {
    const [x, y] = [this.rootOf(a), this.rootOf(b)]
    if (x !== y) this.#above[y] = x
  }

  /** Take apart what is tied to these roots. Says of a node whether it was, or is new since. */
  loosen(roots: ReadonlySet<number>): (node: number) => boolean {
    const above = this.#above
    const loose = new Uint8Array(above.length)
    if (roots.size > 0) {
      for (let node = 0; node < loose.length; node++) if (roots.has(this.rootOf(node))) loose[node] = 1
      for (let node = 0; node < loose.length; node++) if (loose[node] === 1) above[node] = node
    }
    return (node) => loose[node] !== 0
  }
}
