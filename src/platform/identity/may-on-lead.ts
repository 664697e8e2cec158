import type { CollaboratorRole } from '../../domain/actor.js';
import { ForbiddenError } from '../../domain/errors.js';
import { LEAD_NEEDS, type LeadNeed, PERMISSIONS, type Verb } from './may.js';

/** The standing of an actor on a lead that they see. */
export interface Standing {
  readonly owns: boolean;
  /** Answers for the lead, or is a program that works on all of them. */
  readonly manages: boolean;
  readonly collaborates: CollaboratorRole | null;
}

/** Whether a standing suffices for the verb. The role is checked separately. */
export function mayOnLead({ owns, manages, collaborates }: Standing, verb: Verb): boolean {
  const need: LeadNeed = PERMISSIONS[verb].lead;
  switch (need) {
    case 'NONE':
    case 'POOL':
    case 'VIEW':
      return true;
    case 'ASSIST':
      return owns || manages || collaborates === 'ASSIST' || collaborates === 'NEGOTIATE';
    case 'NEGOTIATE':
      return owns || manages || collaborates === 'NEGOTIATE';
    case 'OWNER':
      return owns || manages;
    case 'OWNER_ALONE':
      return owns;
  }
}

/** @throws ForbiddenError if the actor's standing on the lead does not suffice for the verb */
export function requireMayOnLead(standing: Standing, verb: Verb): void {
  if (mayOnLead(standing, verb)) return;
  const { collaborates } = standing;
  const who = collaborates === null ? 'A manager' : `A collaborator with ${collaborates}`;
  throw new ForbiddenError(
    `${who} may not ${verb} on this lead, allowed is: ${LEAD_NEEDS[PERMISSIONS[verb].lead]}.`,
  );
}
