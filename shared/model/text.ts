/** A sentence in both languages of the product. Chinese is the original, English the translation. */
export type Text = { zh: string; en: string }

export type Language = keyof Text

/** What goes into a template; a text goes into each language in that language. */
export type TextParam = string | number | Text

/** Fill `{name}` in both languages of a template. A parameter that is missing stays visible as `{name}`. */
export function fillText(template: Text, params: Readonly<Record<string, TextParam>>): Text {
  const fill = (language: Language) =>
    template[language].replace(/\{(\w+)\}/g, (whole, key: string) => {
      const param = params[key]
      return String(typeof param === 'object' ? param[language] : (param ?? whole))
    })
  return { zh: fill('zh'), en: fill('en') }
}
