/**
 * Browsers keep what was typed into the named fields of a form, in clear and outside the book, unless a field says no. Not all
 * components say it (a list to choose from says `new-password`), so each field is told when it gets the focus.
 */
export function keepNoFormHistory(document: Document): void {
  document.addEventListener('focusin', ({ target }) => {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    if (isField && target.type !== 'password') target.autocomplete = 'off'
  })
}
