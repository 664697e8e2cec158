import { eraseDataSubject } from '../../features/privacy/erase-data-subject.js';
import { exportDataSubject } from '../../features/privacy/export-data-subject.js';
import { type InputBuilder, verbMutation } from '../kit/verb-mutation.js';
import { ErasableRowType } from './types.js';

function subjectFields(t: InputBuilder) {
  return {
    email: t.string({ description: 'E-mail address; whoever has it is meant.' }),
    phone: t.string({
      description: 'Phone number; everybody who has it is meant, also who shares a switchboard.',
    }),
    country: t.string({
      description: 'ISO 3166 code, for a phone number without a country code; `DE` if left out.',
    }),
  };
}

verbMutation('exportDataSubject', {
  description:
    'Everything that is stored about a person at leads, for whoever asks what is known of them. For admins; the audit trail tells that it was done.',
  input: subjectFields,
  run: async (ctx, input) => ({
    data: await exportDataSubject(ctx, input, ctx.services.keyRing),
  }),
  payload: (t) => ({
    data: t.field({
      type: 'JSON',
      description:
        'Their contacts, the leads they belong to, those at which only a tombstone is left of them, and every text that speaks of them.',
      resolve: ({ data }) => data,
    }),
  }),
});

verbMutation('eraseDataSubject', {
  description:
    'Forgets a person at leads, at once and for good, also at leads under protection. Texts that speak of them are emptied as a whole, in the audit trail only values that do; `dryRun` shows first which. For admins.',
  input: (t) => ({
    ...subjectFields(t),
    reason: t.string({
      maxLength: 500,
      required: true,
      description: 'Why; kept for good, so it must not name the person.',
    }),
    dryRun: t.boolean({
      description: 'Erases nothing, and says what would be erased: `wouldTouch`.',
    }),
  }),
  run: (ctx, input) => eraseDataSubject(ctx, input, ctx.services.keyRing),
  payload: (t) => ({
    contacts: t.exposeInt('contacts', { description: 'Contacts of which a tombstone is left.' }),
    leads: t.exposeInt('leads', { description: 'Leads at which they were.' }),
    mails: t.exposeInt('mails', { description: 'Mails to them or about them that were emptied.' }),
    texts: t.exposeInt('texts', {
      description: 'Rows with notes, reasons, comments and the like that were emptied.',
    }),
    auditEntries: t.exposeInt('auditEntries', {
      description: 'Entries of the audit trail of which values in before and after were emptied.',
    }),
    unfinishedImports: t.exposeInt('unfinishedImports', {
      description:
        'Imports that are not finished. Their files may hold the person: erase again afterwards.',
    }),
    wouldTouch: t.field({
      type: [ErasableRowType],
      nullable: true,
      description:
        'Each row with a text that speaks of the person, of a dry run; null once they are erased. Look through it: who is called like a common word is found where that word stands.',
      resolve: ({ wouldTouch }) => wouldTouch,
    }),
  }),
});
