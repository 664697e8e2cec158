import type { ProtectionState } from '../../domain/clock.js';
import type { LeadStage } from '../../domain/lead-stages.js';
import { type LeadStatus, OWNERSHIP_ENDS, type OwnershipEnd } from '../../domain/lead-status.js';
import { codeType } from '../kit/codes.js';

export const LeadStageType = codeType<LeadStage>(
  'LeadStage',
  'Progress of a lead; it only moves forward.',
  {
    PRE_REGISTRATION: 'Company and city only, no personal data.',
    REGISTERED: 'There is a central contact or a documented first contact.',
    QUALIFIED: 'The VAT id or the expected volume is known.',
  },
);

export const LeadStatusType = codeType<LeadStatus>('LeadStatus', 'Status of a lead.', {
  ACTIVE: 'An agent owns it and works on it.',
  EXPIRED: 'Protection ran out; it is in the pool.',
  RELEASED: 'Its owner gave it back; it is in the pool.',
  CONVERTED: 'It became a customer.',
  LOST: 'It was lost: it will not become a customer.',
});

export const ProtectionStateType = codeType<ProtectionState>(
  'ProtectionState',
  'State of a lead’s protection at an instant.',
  {
    CONVERTED: 'It became a customer.',
    LOST: 'It was lost: it will not become a customer.',
    UNOWNED: 'No agent owns it; it is in the pool.',
    EXPIRED: 'Its protection has run out, and the nightly job has not processed it yet.',
    ON_HOLD: 'The clock stands still.',
    GRACE: 'The progress deadline has passed; the grace days run.',
    WARNED: 'Its owner was warned that progress is due.',
    PROTECTED: 'Nothing is due.',
  },
);

export const LeadEndReasonType = codeType<OwnershipEnd>(
  'LeadEndReason',
  'Reason for which a lead or an ownership ended.',
  OWNERSHIP_ENDS,
);
