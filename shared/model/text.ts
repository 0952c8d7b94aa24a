/** A sentence in both languages of the product. Chinese is the original, English the translation. */
export type Text = { zh: string; en: string }

export type Language = keyof Text

/** Fill `{name}` in both languages of a template. A parameter that is missing stays visible as `{name}`. */
export function fillText(template: Text, params: Readonly<Record<string, string | number>>): Text {
  const fill = (s: string) => s.replace(/\{(\w+)\}/g, (whole, key: string) => String(params[key] ?? whole))
  return { zh: fill(template.zh), en: fill(template.en) }
}
