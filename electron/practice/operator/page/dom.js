/** An element with properties, attributes (`aria-…`, `scope`) and children; texts are never read as HTML. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes('-') || key === 'scope') made.setAttribute(key, value)
    else made[key] = value
  }
  made.append(...children.filter((child) => child !== undefined))
  return made
}

export const byId = (id) => document.getElementById(id)

/** A table with a caption for screen readers. Each row: cells and, where it can be chosen, what choosing does. */
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

export const button = (label, onclick, className = '') =>
  element('button', { type: 'button', className, onclick }, label)

export const option = (value, label = value) => element('option', { value }, label)
