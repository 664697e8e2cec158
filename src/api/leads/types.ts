import type { OwnershipEnd } from '../../domain/lead-status.js';
import {
  ACCESS_COLUMNS,
  type Accessible,
  knownLeads,
  seesFacts,
  seesPersonalData,
} from '../../features/leads/lead-access.js';
import { throughLead } from '../../features/leads/through-lead.js';
import { visibleLeads } from '../../features/leads/visibility.js';
import { seesPeople, seesText } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import { UserType } from '../users/types.js';
import { LeadEndReasonType, LeadStageType, LeadStatusType } from './codes.js';
import { leadFieldOf } from './lead-field.js';
import { PROTECTION_COLUMNS, ProtectionType } from './protection.js';

export const ContactType = builder.prismaNode('Contact', {
  id: { field: 'id', description: 'Global id.' },
  description: 'A contact: a person at a lead. After pseudonymisation its data is removed.',
  select: { id: true },
  nullable: true,
  findUnique: (id, { actor }) => ({
    id,
    AND: [seesText(actor) ? throughLead(actor) : { id: { in: [] } }],
  }),
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'Full name.' }),
    email: t.exposeString('email', { nullable: true, description: 'E-mail address.' }),
    phone: t.exposeString('phone', { nullable: true, description: 'Phone number, as given.' }),
    role: t.exposeString('role', { nullable: true, description: 'Such as head of purchasing.' }),
    version: t.exposeInt('version', {
      description:
        'Grows with every change; `updateContact` takes it, so that no other change is overwritten.',
    }),
    primary: t.exposeBoolean('primary', { description: 'Whether this is the primary contact.' }),
  }),
});

const OwnershipType = builder.prismaObject('Ownership', {
  description: 'One period of one agent owning one lead.',
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id within the lead.' }),
    owner: t.field({
      type: UserType,
      nullable: true,
      description: 'The agent who owned the lead; null for wallboards.',
      select: (_args, ctx, nested) => (seesPeople(ctx.actor) ? { owner: nested() } : {}),
      resolve: ({ owner }, _args, ctx) => (seesPeople(ctx.actor) ? owner : null),
    }),
    assignedAt: t.expose('assignedAt', { type: 'DateTime', description: 'When it began.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ended; null for the present one.',
    }),
    endReason: t.field({
      type: LeadEndReasonType,
      nullable: true,
      description: 'Reason for which it ended; null for the present one.',
      select: { endReason: true },
      resolve: ({ endReason }) => endReason as OwnershipEnd | null,
    }),
    backdateReason: t.field({
      type: 'String',
      nullable: true,
      description:
        'Reason of the manager who dated the beginning back; null if it was not, and for wallboards.',
      select: (_args, { actor }) => (seesText(actor) ? { backdateReason: true } : {}),
      resolve: (row) => ('backdateReason' in row ? row.backdateReason : null),
    }),
  }),
});

export const LeadType = builder.prismaNode('Lead', {
  id: { field: 'id', description: 'Global id.' },
  description:
    'A company in a place that an agent wants to win. Fields that the actor may not see are null or empty.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [knownLeads(ctx.actor)] }),
  fields: (t) => ({
    companyName: t.exposeString('companyName', { description: 'Name of the company.' }),
    city: t.exposeString('city', { description: 'City of the company.' }),
    postalCode: t.exposeString('postalCode', { nullable: true, description: 'Postal code.' }),
    country: t.exposeString('country', { description: 'ISO 3166 code, such as `DE`.' }),
    businessType: t.exposeString('businessType', {
      nullable: true,
      description: 'Such as `HOTEL` or `CANTEEN`.',
    }),
    stage: t.field({
      type: LeadStageType,
      description: 'Stage of the lead.',
      select: { stage: true },
      resolve: ({ stage }) => stage as (typeof LeadStageType)['$inferType'],
    }),
    status: t.field({
      type: LeadStatusType,
      description: 'Status of the lead.',
      select: { status: true },
      resolve: ({ status }) => status as (typeof LeadStatusType)['$inferType'],
    }),
    source: t.field({
      type: 'String',
      nullable: true,
      description: 'Source of the lead, free text; null in the pool and for wallboards.',
      select: (_args, { actor }) => (seesText(actor) ? { source: true } : {}),
      resolve: (row) => ('source' in row ? row.source : null),
    }),
    estimatedVolume: t.expose('estimatedVolume', {
      type: 'Decimal',
      nullable: true,
      description: 'Expected turnover per year, in `currency`.',
    }),
    currency: t.exposeString('currency', { description: 'ISO 4217 code, such as `EUR`.' }),
    tags: t.field({
      type: ['String'],
      description: 'Free labels; empty if the actor does not see the personal data of the lead.',
      select: (_args, { actor }) =>
        seesText(actor) ? { ...ACCESS_COLUMNS, tags: true } : { ...ACCESS_COLUMNS },
      resolve: (lead: Accessible & { tags?: string[] }, _args, { actor }) =>
        seesPersonalData(actor, lead) ? (lead.tags ?? []) : [],
    }),
    territory: t.exposeString('territory', {
      nullable: true,
      description: 'Territory that the lead belongs to.',
    }),
    registeredAt: t.expose('registeredAt', {
      type: 'DateTime',
      description: 'When it was first registered.',
    }),
    lastActivityAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When the latest activity of the present ownership was performed, or of the one that ended the lead. Null if there was none, and if the actor does not see the history of the lead.',
      select: { ...ACCESS_COLUMNS, lastActivityAt: true },
      resolve: (lead, _args, { actor }) => (seesFacts(actor, lead) ? lead.lastActivityAt : null),
    }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its status left ACTIVE; null while it is ACTIVE.',
    }),
    endReason: t.field({
      type: LeadEndReasonType,
      nullable: true,
      description: 'Reason for which it is no longer active; null while it is.',
      select: { endReason: true },
      resolve: ({ endReason }) => endReason as OwnershipEnd | null,
    }),
    pseudonymizedAt: t.expose('pseudonymizedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its personal data was replaced; null if it was not.',
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it last changed.' }),
    version: t.exposeInt('version', {
      description:
        'Grows with every change; `updateLead` takes it, so that no other change is overwritten.',
    }),
    website: t.field({
      type: 'String',
      nullable: true,
      description: 'Web address.',
      select: (_args, { actor }) =>
        seesText(actor) ? { ...ACCESS_COLUMNS, website: true } : { ...ACCESS_COLUMNS },
      resolve: (lead: Accessible & { website?: string | null }, _args, { actor }) =>
        seesPersonalData(actor, lead) ? (lead.website ?? null) : null,
    }),
    vatId: t.field({
      type: 'String',
      nullable: true,
      description: 'VAT id.',
      select: (_args, { actor }) =>
        seesText(actor) ? { ...ACCESS_COLUMNS, vatId: true } : { ...ACCESS_COLUMNS },
      resolve: (lead: Accessible & { vatId?: string | null }, _args, { actor }) =>
        seesPersonalData(actor, lead) ? (lead.vatId ?? null) : null,
    }),
    notes: t.field({
      type: 'String',
      nullable: true,
      description: 'Free text.',
      select: (_args, { actor }) =>
        seesText(actor) ? { ...ACCESS_COLUMNS, notes: true } : { ...ACCESS_COLUMNS },
      resolve: (lead: Accessible & { notes?: string | null }, _args, { actor }) =>
        seesPersonalData(actor, lead) ? (lead.notes ?? null) : null,
    }),
    owner: t.field({
      type: UserType,
      nullable: true,
      description:
        'The owner; of a lead that was converted or lost, the last one. Null in the pool and for wallboards.',
      select: (_args, ctx, nested) => (seesPeople(ctx.actor) ? { owner: nested() } : {}),
      resolve: ({ owner }, _args, ctx) => (seesPeople(ctx.actor) ? owner : null),
    }),
    protection: t.field({
      type: ProtectionType,
      description: 'Dates of the protection.',
      select: PROTECTION_COLUMNS,
      resolve: (lead) => lead,
    }),
    contacts: t.field({
      type: [ContactType],
      description: 'Contacts of the lead, the primary one first.',
      select: (_args, _ctx, nested) => ({
        ...ACCESS_COLUMNS,
        contacts: nested({ orderBy: [{ primary: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }] }),
      }),
      resolve: (lead, _args, ctx) => (seesPersonalData(ctx.actor, lead) ? lead.contacts : []),
    }),
    ownerships: t.field({
      type: [OwnershipType],
      description: 'Ownerships of the lead, the earliest first.',
      select: (_args, _ctx, nested) => ({
        ...ACCESS_COLUMNS,
        ownerships: nested({ orderBy: [{ assignedAt: 'asc' }, { id: 'asc' }] }),
      }),
      resolve: (lead, _args, ctx) => (seesFacts(ctx.actor, lead) ? lead.ownerships : []),
    }),
  }),
});

builder.prismaObjectField(LeadType, 'formerLead', (t) =>
  t.field({
    type: LeadType,
    nullable: true,
    description:
      'The earlier lead that this one is a re-registration of, by its company or a contact. Null if there is none, or if the actor does not see the history of that lead.',
    select: { ...ACCESS_COLUMNS, formerLeadId: true },
    resolve: (lead, _args, ctx, info) =>
      leadFieldOf(
        ctx,
        info,
        seesFacts(ctx.actor, lead) ? lead.formerLeadId : null,
        visibleLeads(ctx.actor),
      ),
  }),
);
