/** Key → a few values. Most keys hold one, so it stands there without an array: that halves the memory of an index. */
export class MultiMap<T extends object> {
  readonly #values = new Map<string, T | T[]>()

  add(key: string, value: T): void {
    const known = this.#values.get(key)
    if (known === undefined) this.#values.set(key, value)
    else if (Array.isArray(known)) known.push(value)
    else this.#values.set(key, [known, value])
  }

  get(key: string): readonly T[] {
    const known = this.#values.get(key)
    return known === undefined ? [] : Array.isArray(known) ? known : [known]
  }

  /** Remove this very value under the key. */
  remove(key: string, value: T): void {
    const rest = this.get(key).filter((other) => other !== value)
    if (rest.length === 0) this.#values.delete(key)
    else this.#values.set(key, rest.length === 1 ? (rest[0] as T) : rest)
  }
}
