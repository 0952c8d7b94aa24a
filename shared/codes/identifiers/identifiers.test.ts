import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLuhn, looksLikeBankCard } from './bank-card'
import { customsCodeFault } from './customs-code'
import { isGtin, looksLikeGtin } from './gtin'
import { isOrganisationCode, organisationCheckCharacter } from './organisation-code'
import { residentIdCheckCharacter, residentIdFault } from './resident-id'
import { usccCheckCharacter, usccFault } from './uscc'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

describe('unified social credit code', () => {
  it.each(['91110000600037341L', '91350100M000100Y43', '12100000400000624D', '52120000MJ0529018E'])(
    'accepts %s',
    (code) => expect(usccFault(code)).toBeUndefined(),
  )

  it('names what is wrong', () => {
    expect(usccFault('91110000600037341M')).toBe('check')
    expect(usccFault('94110000600037341L')).toBe('category')
    expect(usccFault('91990000600037341L')).toBe('check')
    expect(usccFault('91170000600037341L')).toBe('region')
    expect(usccFault('9111000060003734IL')).toBe('shape')
    expect(usccFault('91110000600037341')).toBe('shape')
    expect(usccFault('91110000600037341l')).toBe('shape')
  })

  it('catches every single wrong character', () => {
    const body = fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }).map((c) => c.join(''))
    fc.assert(
      fc.property(body, fc.integer({ min: 8, max: 17 }), fc.constantFrom(...alphabet), (tail, at, other) => {
        const first17 = `91330200${tail}`
        const code = first17 + usccCheckCharacter(first17)
        expect(usccFault(code)).toBeUndefined()
        if (code[at] !== other)
          expect(usccFault(code.slice(0, at) + other + code.slice(at + 1))).toBe('check')
      }),
    )
  })
})

describe('resident identity number', () => {
  it('accepts sound numbers and names what is wrong', () => {
    expect(residentIdFault('33010219200403064X')).toBeUndefined()
    expect(residentIdFault('360426199101010072')).toBe('check')
    expect(residentIdFault('150102880730303')).toBe('old')
    expect(residentIdFault('3301022011022000D6')).toBe('shape')
    expect(residentIdFault('17010219200403064X')).toBe('region')
    const leap = '33010219190229064'
    expect(residentIdFault(leap + residentIdCheckCharacter(leap))).toBe('date')
    const unborn = '33010220260101064'
    const number = unborn + residentIdCheckCharacter(unborn)
    expect(residentIdFault(number, '20251231')).toBe('date')
    expect(residentIdFault(number, '20260101')).toBeUndefined()
  })
})

describe('customs registration', () => {
  it('checks shape and place', () => {
    expect(customsCodeFault('1105910159')).toBeUndefined()
    expect(customsCodeFault('330766K00Q')).toBeUndefined()
    expect(customsCodeFault('0005910159')).toBe('region')
    expect(customsCodeFault('110591015')).toBe('shape')
    expect(customsCodeFault('110591015a')).toBe('shape')
  })
})

describe('GTIN', () => {
  it('knows all four lengths', () => {
    expect(['96385074', '036000291452', '4006381333931', '10614141000415'].map(isGtin)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['4006381333932', '96385075', '123', '无'].map(isGtin)).toEqual([false, false, false, false])
    expect([looksLikeGtin('4006381333932'), looksLikeGtin('2345123')]).toEqual([true, false])
  })
})

describe('organisation code', () => {
  it('is checked with its hyphen or without, and stands in every code of a company that circulates', () => {
    // The example of the standard, and one whose check character is X.
    expect(['D2143569-X', 'D2143569X', '60003734-1', '06914345-7'].map(isOrganisationCode)).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(['D2143569-0', '6000373', '60003734 1', '6000373-41'].map(isOrganisationCode)).toEqual(
      Array(4).fill(false),
    )
    expect(circulating.uscc.sound.filter((code) => !isOrganisationCode(code.slice(8, 17)))).toEqual([])
  })

  it('catches two digits that changed places', () => {
    const digit = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(
        fc.array(digit, { minLength: 8, maxLength: 8 }),
        fc.integer({ min: 0, max: 6 }),
        (eight, at) => {
          const turned = eight.with(at, eight[at + 1]!).with(at + 1, eight[at]!)
          const check = organisationCheckCharacter(eight.join(''))
          expect(isOrganisationCode(turned.join('') + check)).toBe(eight[at] === eight[at + 1])
        },
      ),
    )
  })
})

describe('number of a bank card', () => {
  it('knows the vectors of other validators', () => {
    // Test numbers of card schemes, the example of the standard, and a body with each wrong last digit.
    for (const sound of ['4242424242424242', '79927398713', '378282246310005', '6228480402564890018']) {
      expect(isLuhn(sound)).toBe(true)
    }
    const lasts = Array.from({ length: 10 }, (_, last) => isLuhn(`7992739871${last}`))
    expect(lasts).toEqual(lasts.map((_, last) => last === 3))
    expect([isLuhn(''), isLuhn('62-1'), looksLikeBankCard('6228480402564890018')]).toEqual([
      false,
      false,
      true,
    ])
    expect(['3301040160000123456', '622848040256489', '62284804025648900180'].some(looksLikeBankCard)).toBe(
      false,
    )
  })
})

/** Numbers that circulate in tests of other implementations; which are sound was recomputed independently. */
const circulating = {
  uscc: {
    sound:
      '91110000600037341L 91310115591693856A 91230184MA1BUFLT44 91350100M000100Y43 91110000802100433B 112302070019030687 911101077776591113 91440300359143307G 1134082855783407XL 91110228397176695A 51100000500019541K 92510100MA61WJ3204 91510000779827684C 91440300311906854A 913101135696449862 11991000010647510A 121526004609138637 91330200750364874C 52120000MJ0529018E'.split(
        ' ',
      ),
    unsound: 'A1110000600037341L 91350128M00000019A'.split(' '),
  },
  resident: {
    sound:
      '120103198806018241 360426199101010071 440524188001010014 11010519491231002X 33010219200403064X 820000200009100032 830000198802110027'.split(
        ' ',
      ),
    unsound:
      '360426199101010072 150102880730303 360198910283844 815727834224151 3301022011022000D6 111111111111111 345955198706122245 440882199102104190'.split(
        ' ',
      ),
  },
}

describe('vectors of other implementations', () => {
  it.each(circulating.uscc.sound)('%s is sound', (code) => expect(usccFault(code)).toBeUndefined())
  it.each(circulating.uscc.unsound)('%s is not', (code) => expect(usccFault(code)).toBeDefined())
  it.each(circulating.resident.sound)('%s is sound', (id) => expect(residentIdFault(id)).toBeUndefined())
  it.each(circulating.resident.unsound)('%s is not', (id) => expect(residentIdFault(id)).toBeDefined())
})
