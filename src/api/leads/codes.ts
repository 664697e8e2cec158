import type { ProtectionState } from '../../domain/clock.js';
import type { LeadStage } from '../../domain/lead-stages.js';
import { type LeadStatus, OWNERSHIP_ENDS, type OwnershipEnd } from '../../domain/lead-status.js';
import { codeType } from '../kit/codes.js';

export const LeadStageType = codeType<LeadStage>(
  'LeadStage',
  'How far a lead has come; it only moves forward.',
  {
    PRE_REGISTRATION: 'Company and city only, no personal data.',
    REGISTERED: 'There is a central contact or a documented first contact.',
    QUALIFIED: 'The VAT id or the expected volume is known.',
  },
);

export const LeadStatusType = codeType<LeadStatus>('LeadStatus', 'What became of a lead.', {
  ACTIVE: 'Somebody works on it.',
  EXPIRED: 'Protection ran out; it is in the pool.',
  RELEASED: 'Its owner gave it back; it is in the pool.',
  CONVERTED: 'It became a customer.',
  LOST: 'It will not become a customer.',
});

export const ProtectionStateType = codeType<ProtectionState>(
  'ProtectionState',
  'How a lead is protected at an instant.',
  {
    CONVERTED: 'It became a customer.',
    LOST: 'It will not become a customer.',
    UNOWNED: 'Nobody owns it.',
    EXPIRED: 'Its time is up; the nightly job has not dealt with it yet.',
    ON_HOLD: 'The clock stands still.',
    GRACE: 'The progress deadline has passed; the grace days run.',
    WARNED: 'Its owner was warned that progress is due.',
    PROTECTED: 'Nothing is due.',
  },
);

export const LeadEndReasonType = codeType<OwnershipEnd>(
  'LeadEndReason',
  'Why a lead or an ownership is no longer active.',
  OWNERSHIP_ENDS,
);
