import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** Every text a person or a screen reader gets from the page now: visible text, labels, hints, placeholders. */
export function shownTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = new Set<string>()
    const add = (text: string | null) => void (text?.trim() && texts.add(text.trim()))
    const isShown = (element: Element | null) =>
      element?.checkVisibility({ visibilityProperty: true }) ?? false
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (nodes.nextNode()) {
      // The other language's name, by which it is chosen, is written in that language.
      const parent = nodes.currentNode.parentElement
      if (isShown(parent) && !parent?.closest('button[lang]')) add(nodes.currentNode.textContent)
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (!isShown(element)) continue
      for (const name of ['aria-label', 'title', 'placeholder']) add(element.getAttribute(name))
    }
    return [...texts]
  })
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Resolves once the page shows nothing that still loads and has not changed for a moment. */
export function still(page: Page): Promise<void> {
  return page.evaluate(async () => {
    let changed = performance.now()
    const observer = new MutationObserver(() => (changed = performance.now()))
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    const isLoading = () =>
      [...document.querySelectorAll('.ant-spin-spinning, .ant-skeleton')].some((one) => one.checkVisibility())
    while (isLoading() || performance.now() - changed < 150) await new Promise(requestAnimationFrame)
    observer.disconnect()
  })
}

type Axe = { run: (within: string, options: object) => Promise<AxeResults> }

/**
 * What axe holds against the page as it stands, or a part of it, serious and critical only: rule, element, why.
 * @param within selector of the part
 */
export async function seriousFaults(page: Page, within = ':root'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const { violations } = await page.evaluate(async (part) => {
    // Colours are judged as they will stay: what is entering is half transparent.
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)))
    return (window as unknown as { axe: Axe }).axe.run(part, { resultTypes: ['violations'] })
  }, within)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    )
}
