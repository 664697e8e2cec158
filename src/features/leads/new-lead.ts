import { checkStage, type LeadStage, type StageProblem } from '../../domain/lead-stages.js';

export interface NewContact {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: string | null;
}

/** A lead that is about to be written as it stands. */
export interface NewLead {
  readonly companyName: string;
  readonly city: string;
  readonly postalCode: string | null;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly businessType: string | null;
  /** Left out: what the data allows, see `impliedStage`. */
  readonly stage?: LeadStage | undefined;
  readonly source: string | null;
  readonly website: string | null;
  readonly vatId: string | null;
  /** Decimal with up to two places. */
  readonly estimatedVolume: string | null;
  /** ISO 4217. */
  readonly currency: string;
  readonly notes: string | null;
  readonly tags: readonly string[];
  /** The first one is the primary one. */
  readonly contacts: readonly NewContact[];
  readonly territory: string | null;
  readonly ownerId: string;
  /** Never in the future. */
  readonly registeredAt: Date;
  readonly backdateReason: string | null;
  /** Unique among all leads ever imported; null for a lead that was not imported. */
  readonly importKey: string | null;
}

/** The furthest stage that the data of a new lead allows. */
export function impliedStage(lead: Omit<NewLead, 'stage'>): LeadStage {
  if (lead.vatId !== null || Number(lead.estimatedVolume ?? 0) > 0) return 'QUALIFIED';
  return lead.contacts.length > 0 || lead.notes !== null ? 'REGISTERED' : 'PRE_REGISTRATION';
}

/**
 * The requirements of its stage that a new lead does not meet. Notes are the documentation of a first contact.
 * @param isCentral which contacts suffice: those who can be reached, or in a list of old leads all who have a name
 */
export function newLeadProblems(
  lead: Pick<
    NewLead,
    'companyName' | 'city' | 'contacts' | 'notes' | 'vatId' | 'estimatedVolume'
  > & { stage: LeadStage },
  isCentral: (contact: NewContact) => boolean = isReachable,
): StageProblem[] {
  return checkStage({
    stage: lead.stage,
    companyName: lead.companyName,
    city: lead.city,
    hasCentralContact: lead.contacts.some(isCentral),
    hasFirstContact: lead.notes !== null,
    vatId: lead.vatId,
    expectedVolume: lead.estimatedVolume === null ? null : Number(lead.estimatedVolume),
    personalData: [
      ...lead.contacts.map((_contact, index) => `contacts.${index}`),
      ...(lead.notes === null ? [] : ['notes']),
    ],
  });
}

/** Whether there is a way to reach the contact. */
export function isReachable(contact: Pick<NewContact, 'email' | 'phone'>): boolean {
  return contact.email !== null || contact.phone !== null;
}
