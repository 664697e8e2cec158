import { describe, expect, it } from 'vitest';
import {
  canMoveStage,
  checkStage,
  LEAD_STAGES,
  type LeadStage,
  type StageInput,
} from '../../src/domain/lead-stages.js';

function check(stage: LeadStage, overrides: Partial<StageInput> = {}) {
  const problems = checkStage({
    stage,
    companyName: 'Hotel Seeblick',
    city: 'Konstanz',
    hasCentralContact: false,
    hasFirstContact: false,
    personalData: [],
    ...overrides,
  });
  return problems.map(({ code, path }) => `${code} ${path}`);
}

describe('a lead', () => {
  it.each(LEAD_STAGES)('in %s needs a company and a city', (stage) => {
    const problems = check(stage, { companyName: ' ', city: '' });
    expect(problems).toEqual(expect.arrayContaining(['REQUIRED companyName', 'REQUIRED city']));
  });

  it('in PRE_REGISTRATION needs no more than that', () => {
    expect(check('PRE_REGISTRATION')).toEqual([]);
  });

  it('in PRE_REGISTRATION may hold no personal data', () => {
    const personalData = ['contacts.0.email', 'notes'];
    expect(check('PRE_REGISTRATION', { personalData })).toEqual([
      'FORBIDDEN contacts.0.email',
      'FORBIDDEN notes',
    ]);
    expect(check('REGISTERED', { personalData, hasCentralContact: true })).toEqual([]);
  });

  it('in REGISTERED needs a central contact or a documented first contact', () => {
    expect(check('REGISTERED')).toEqual(['REQUIRED contacts']);
    expect(check('REGISTERED', { hasCentralContact: true })).toEqual([]);
    expect(check('REGISTERED', { hasFirstContact: true })).toEqual([]);
  });

  it('in QUALIFIED needs a VAT id or an expected volume', () => {
    expect(check('QUALIFIED')).toEqual(['REQUIRED vatId']);
    expect(check('QUALIFIED', { vatId: ' ', expectedVolume: 0 })).toEqual(['REQUIRED vatId']);
    expect(check('QUALIFIED', { expectedVolume: Number.NaN })).toEqual(['REQUIRED vatId']);
    expect(check('QUALIFIED', { vatId: 'DE123456789' })).toEqual([]);
    expect(check('QUALIFIED', { expectedVolume: 12_000 })).toEqual([]);
  });

  it('is told what it may become when it would move backwards', () => {
    const [problem] = checkStage({
      stage: 'PRE_REGISTRATION',
      currentStage: 'REGISTERED',
      companyName: 'Hotel Seeblick',
      city: 'Konstanz',
      hasCentralContact: false,
      hasFirstContact: false,
      personalData: [],
    });
    expect(problem).toEqual({
      code: 'BACKWARDS',
      path: 'stage',
      message: 'PRE_REGISTRATION lies before REGISTERED, allowed is REGISTERED, QUALIFIED',
    });
  });
});

describe('the stages', () => {
  it('move forward only, over one if need be', () => {
    const moves = LEAD_STAGES.map((from) => LEAD_STAGES.map((to) => canMoveStage(from, to)));
    expect(moves).toEqual([
      [true, true, true],
      [false, true, true],
      [false, false, true],
    ]);
  });
});
