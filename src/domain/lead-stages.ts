import type { FieldProblem } from './errors.js';

/** In the order a lead moves through them. */
export const LEAD_STAGES = ['PRE_REGISTRATION', 'REGISTERED', 'QUALIFIED'] as const;

export type LeadStage = (typeof LEAD_STAGES)[number];

/** The data of a lead that its stage depends on. */
export interface StageInput {
  readonly stage: LeadStage;
  /** The stage the lead has now; left out for a new lead. */
  readonly currentStage?: LeadStage | null;
  readonly companyName: string;
  readonly city: string;
  /** Whether there is a central contact: a person or a switchboard, with an address or a number. */
  readonly hasCentralContact: boolean;
  /** Whether a first contact with the customer is documented. */
  readonly hasFirstContact: boolean;
  readonly vatId?: string | null;
  readonly expectedVolume?: number | null;
  /** Paths of the given fields that hold personal data, for example `contacts.0.email`, `notes`. */
  readonly personalData: readonly string[];
}

export type StageProblemCode = 'REQUIRED' | 'FORBIDDEN' | 'BACKWARDS';

export interface StageProblem extends FieldProblem {
  readonly code: StageProblemCode;
}

/** Whether a lead may go from one stage to another: forward, over a stage if need be, or stay. */
export function canMoveStage(from: LeadStage, to: LeadStage): boolean {
  return LEAD_STAGES.indexOf(to) >= LEAD_STAGES.indexOf(from);
}

/** The requirements of a stage that a lead does not meet; empty if it meets all. */
export function checkStage(input: StageInput): StageProblem[] {
  const { stage, currentStage } = input;
  const problems: StageProblem[] = [];
  const report = (code: StageProblemCode, path: string, message: string) =>
    problems.push({ code, path, message });

  if (isBlank(input.companyName)) report('REQUIRED', 'companyName', 'every lead names a company');
  if (isBlank(input.city)) report('REQUIRED', 'city', 'every lead names a city');
  if (currentStage != null && !canMoveStage(currentStage, stage)) {
    const allowed = LEAD_STAGES.filter((to) => canMoveStage(currentStage, to)).join(', ');
    report('BACKWARDS', 'stage', `${stage} lies before ${currentStage}, allowed is ${allowed}`);
  }
  if (stage === 'PRE_REGISTRATION') {
    for (const path of input.personalData) {
      report('FORBIDDEN', path, `${stage} allows no personal data, only company and city`);
    }
  }
  if (stage === 'REGISTERED' && !input.hasCentralContact && !input.hasFirstContact) {
    report(
      'REQUIRED',
      'contacts',
      `${stage} needs a central contact or a documented first contact`,
    );
  }
  if (stage === 'QUALIFIED' && isBlank(input.vatId) && !((input.expectedVolume ?? 0) > 0)) {
    report('REQUIRED', 'vatId', `${stage} needs a VAT id or an expected volume above 0`);
  }
  return problems;
}

function isBlank(text: string | null | undefined): boolean {
  return text == null || text.trim() === '';
}
