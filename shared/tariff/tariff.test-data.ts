import type { TariffRow } from './tariff'

const materials = [
  '棉制',
  '化学纤维制',
  '不锈钢',
  '塑料',
  '木制',
  '陶瓷',
  '玻璃',
  '橡胶',
  '铝制',
  '竹制',
  '皮革',
]
const things = [
  '长裤',
  '水杯',
  '玩具',
  '地毯',
  '餐刀',
  '茶壶',
  '背包',
  '灯具',
  '耳机',
  '雨伞',
  '毛巾',
  '沙发',
  '手套',
  '画框',
  '花瓶',
]
const uses = ['零售包装的', '重量超过1千克的', '婴儿用', '户外用', '其他', '厨房用', '含银的', '手工制作的']
const english = [
  'trousers',
  'cup',
  'toy',
  'carpet',
  'knife',
  'teapot',
  'backpack',
  'lamp',
  'headphones',
  'umbrella',
  'towel',
  'sofa',
  'gloves',
  'frame',
  'vase',
]

/** A tariff of any size, codes in order, names of ordinary words; the same for the same size. */
export function sampleTariff(size: number): TariffRow[] {
  const step = Math.floor(8_900_000_000 / size)
  return Array.from({ length: size }, (_, at) => {
    const [material, thing, use] = [at % materials.length, at % things.length, (at >> 3) % uses.length]
    return {
      code: String(1_010_000_000 + at * step),
      name: `${uses[use]!}${materials[material]!}${things[thing]!}${at % 7 === 0 ? 'LED' : ''}`,
      en: `${english[thing]!} of kind ${at % 97}`,
      unit1: '035',
    }
  })
}

const letters: Readonly<Record<string, string>> = {
  长: 'cz',
  裤: 'k',
  水: 's',
  杯: 'b',
  玩: 'w',
  具: 'j',
  地: 'd',
  毯: 't',
  餐: 'c',
  刀: 'd',
  茶: 'c',
  壶: 'h',
  重: 'zc',
  量: 'l',
  超: 'c',
  过: 'g',
  棉: 'm',
  制: 'z',
  不: 'b',
  锈: 'x',
  钢: 'g',
  陶: 't',
  瓷: 'c',
  搪: 't',
}
/** Initials of the characters that tests search by. */
export const initialsOf = (character: string): string => letters[character] ?? ''
