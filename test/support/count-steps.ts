import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** More than any linear expression needs on the texts that are tried. */
const MOST_STEPS = 1_000_000;

type Next = (at: number) => boolean;

/**
 * How many characters a backtracking engine looks at until it has searched a text, all of it if the
 * expression is global or does not match: what growing hostile input costs, without a clock.
 */
export function countSteps(regex: RegExp, text: string): number {
  const pattern = new RegExpParser().parsePattern(regex.source, undefined, undefined, {
    unicode: regex.unicode,
  });
  const flags = regex.flags.replace(/[gy]/g, '');
  const sets = new Map<string, RegExp>();
  let steps = 0;

  function look(): void {
    if (++steps > MOST_STEPS) throw new RangeError(`${regex} takes more than ${MOST_STEPS} steps.`);
  }

  /** Whether the one character there is of the set, as the engine itself sees it. */
  function isOf(raw: string, at: number): boolean {
    look();
    let set = sets.get(raw);
    if (!set) {
      set = new RegExp(`^(?:${raw})$`, flags.replace('m', ''));
      sets.set(raw, set);
    }
    return at < text.length && set.test(text.charAt(at));
  }

  /** At a place and for what matches no width, as the engine itself sees it. */
  function holds(raw: string, at: number): boolean {
    look();
    const sticky = new RegExp(raw, `${flags}y`);
    sticky.lastIndex = at;
    return sticky.test(text);
  }

  function either(alternatives: readonly AST.Alternative[], at: number, next: Next): boolean {
    return alternatives.some(({ elements }) => sequence(elements, 0, at, next));
  }

  function sequence(
    elements: readonly AST.Element[],
    nth: number,
    at: number,
    next: Next,
  ): boolean {
    const element = elements[nth];
    if (!element) return next(at);
    return one(element, at, (end) => sequence(elements, nth + 1, end, next));
  }

  function one(element: AST.Element, at: number, next: Next): boolean {
    switch (element.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return isOf(element.raw, at) && next(at + 1);
      case 'Group':
      case 'CapturingGroup':
        return either(element.alternatives, at, next);
      case 'Assertion': {
        if (element.kind !== 'lookahead') return holds(element.raw, at) && next(at);
        const found = either(element.alternatives, at, () => true);
        return found !== element.negate && next(at);
      }
      case 'Quantifier':
        return repeated(element, 0, at, next);
      case 'Backreference':
        throw new Error(`${regex} refers back, which no linear engine can do.`);
    }
  }

  function repeated(quantifier: AST.Quantifier, count: number, at: number, next: Next): boolean {
    const { element, min, max, greedy } = quantifier;
    const more = () =>
      count < max &&
      one(
        element,
        at,
        (end) => (end > at || count < min) && repeated(quantifier, count + 1, end, next),
      );
    const enough = () => count >= min && next(at);
    return greedy ? more() || enough() : enough() || more();
  }

  for (let start = 0; start <= text.length; start++) {
    let end = start;
    const found = either(pattern.alternatives, start, (at) => {
      end = at;
      return true;
    });
    if (found && !regex.global) break;
    if (found) start = Math.max(start, end - 1);
  }
  return steps;
}
