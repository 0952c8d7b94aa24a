/**
 * Stands in for the component library's style injector in the built app. All rules are in the static file; a style
 * element made at run time would be refused by the page's policy and reported as a violation.
 */
const detached = () => document.createElement('style')

export const injectCSS = detached
export const updateCSS = detached
export function removeCSS(): void {}
export function clearContainerCache(): void {}
