import { ValidationError } from '../../domain/errors.js';
import type { Hypothesis } from '../../domain/forecast.js';
import type { PolicyChanges } from '../../domain/policy.js';
import {
  explainProtection,
  forecastProtection,
} from '../../features/protection/explain-protection.js';
import { builder } from '../kit/builder.js';
import { forwardedLead } from '../kit/forwarded-lead.js';
import { LeadType } from '../leads/types.js';
import { ExplanationType, ForecastType, HypothesisInput } from './types.js';

const ONE_OF =
  'activity, activityVoided, activityCorrected, holdVoided, holdStarts, holdEnds, policy';

function hypothesisOf(input: (typeof HypothesisInput)['$inferInput']): Hypothesis {
  const given = Object.entries(input).filter(([, value]) => value != null);
  if (given.length !== 1) {
    const message = `${given.length} of them are given, allowed is exactly one of ${ONE_OF}`;
    throw new ValidationError([{ path: 'hypothesis', message }]);
  }
  const { activity, activityVoided, activityCorrected, holdVoided } = input;
  const { holdStarts, holdEnds, policy } = input;
  if (activity) {
    const performedAt = activity.performedAt.getTime();
    return { kind: 'ACTIVITY', activityKind: activity.kind, performedAt };
  }
  if (activityVoided) return { kind: 'ACTIVITY_VOIDED', activityId: activityVoided.activityId.id };
  if (activityCorrected) {
    const { activityId, kind, performedAt } = activityCorrected;
    return {
      kind: 'ACTIVITY_CORRECTED',
      activityId: activityId.id,
      ...(kind ? { activityKind: kind } : {}),
      ...(performedAt ? { performedAt: performedAt.getTime() } : {}),
    };
  }
  if (holdVoided) return { kind: 'HOLD_VOIDED', holdId: holdVoided.holdId.id };
  if (holdStarts) {
    const endAt = holdStarts.endAt?.getTime() ?? null;
    return { kind: 'HOLD_STARTS', startAt: holdStarts.startAt.getTime(), endAt };
  }
  if (holdEnds) {
    const { holdId, endAt } = holdEnds;
    return { kind: 'HOLD_ENDS', endAt: endAt.getTime(), ...(holdId ? { holdId: holdId.id } : {}) };
  }
  const changes = Object.entries(policy ?? {}).filter(([, value]) => value != null);
  return { kind: 'POLICY', changes: Object.fromEntries(changes) as PolicyChanges };
}

builder.queryFields((t) => ({
  explainProtection: t.field({
    type: ExplanationType,
    nullable: true,
    description:
      'The calculation of a lead’s dates. Null with an error of the reason `LEAD_NOT_ACTIVE` for a lead that is not under protection.',
    args: {
      leadId: t.arg.globalID({ for: LeadType, required: true, description: 'The lead.' }),
      at: t.arg({ type: 'DateTime', description: 'The instant to compute for; now if left out.' }),
    },
    resolve: async (_root, { leadId, at }, ctx) => {
      const id = await forwardedLead(ctx.reads, leadId.id);
      return ctx.reads.read((tx) =>
        explainProtection({ ...ctx, tx }, { leadId: id, at: at ?? ctx.now }),
      );
    },
  }),
  forecastProtection: t.field({
    type: ForecastType,
    nullable: true,
    description:
      'The effect of a hypothesis on a lead’s dates. Null with an error of the reason `LEAD_NOT_ACTIVE` for a lead that is not under protection.',
    args: {
      leadId: t.arg.globalID({ for: LeadType, required: true, description: 'The lead.' }),
      hypothesis: t.arg({ type: HypothesisInput, required: true, description: 'The hypothesis.' }),
    },
    resolve: async (_root, { leadId, hypothesis }, ctx) => {
      const id = await forwardedLead(ctx.reads, leadId.id);
      const input = { leadId: id, hypothesis: hypothesisOf(hypothesis) };
      return ctx.reads.read((tx) => forecastProtection({ ...ctx, tx }, input));
    },
  }),
}));
