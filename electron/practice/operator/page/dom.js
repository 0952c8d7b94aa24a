/**
 * An element with properties, attributes (`aria-…`, `scope`) and children; texts are never read as HTML.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string | undefined)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes('-') || key === 'scope') made.setAttribute(key, String(value))
    else Object.assign(made, { [key]: value })
  }
  for (const child of children) if (child !== undefined) made.append(child)
  return made
}

/**
 * A place of the page; `value` where it is a field of a form.
 * @param {string} id
 */
export const byId = (id) =>
  /** @type {HTMLElement & Pick<HTMLInputElement, 'value'>} */ (document.getElementById(id))

/**
 * A table with a caption for screen readers.
 * @param {string} caption
 * @param {readonly string[]} heads
 * @param {readonly (readonly (Node | string | number)[])[]} rows
 */
export function table(caption, heads, rows) {
  return element(
    'div',
    { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': caption },
    element(
      'table',
      {},
      element('caption', { className: 'unseen' }, caption),
      element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
      element(
        'tbody',
        {},
        ...rows.map((cells) =>
          element(
            'tr',
            {},
            ...cells.map((cell) =>
              element(
                'td',
                typeof cell === 'number' ? { className: 'number' } : {},
                cell instanceof Node ? cell : String(cell),
              ),
            ),
          ),
        ),
      ),
    ),
  )
}

/**
 * @param {string} label
 * @param {() => void} onclick
 */
export const button = (label, onclick, className = '') =>
  element('button', { type: 'button', className, onclick }, label)

/** @param {string} value */
export const option = (value, label = value) => element('option', { value }, label)
