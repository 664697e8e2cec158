import { eraseDataSubject } from '../../features/privacy/erase-data-subject.js';
import { exportDataSubject } from '../../features/privacy/export-data-subject.js';
import { type InputBuilder, verbMutation } from '../kit/verb-mutation.js';
import { ErasableRowType } from './types.js';

function subjectFields(t: InputBuilder) {
  return {
    email: t.string({ description: 'E-mail address; all contacts with it are meant.' }),
    phone: t.string({
      description:
        'Phone number; all contacts with it are meant, also those who share a switchboard.',
    }),
    country: t.string({
      description: 'ISO 3166 code, for a phone number without a country code; `DE` if left out.',
    }),
  };
}

verbMutation('exportDataSubject', {
  description:
    'Returns all data stored about a contact, for the data subject’s request for information. For admins; recorded in the audit trail.',
  input: subjectFields,
  run: async (ctx, input) => ({
    data: await exportDataSubject(ctx, input, ctx.services.keyRing),
  }),
  payload: (t) => ({
    data: t.field({
      type: 'JSON',
      description:
        'The person’s contacts with their leads, the leads with a tombstone of the person, and every text that mentions the person, as JSON.',
      resolve: ({ data }) => data,
    }),
  }),
});

verbMutation('eraseDataSubject', {
  description:
    'Erases the data of a person at once and for good, also at leads under protection. Texts that mention the person are emptied as a whole, in the audit trail only the values that do; `dryRun` lists them first. For admins.',
  input: (t) => ({
    ...subjectFields(t),
    reason: t.string({
      maxLength: 500,
      required: true,
      description: 'Reason, which is stored for good and so must not name the person.',
    }),
    dryRun: t.boolean({
      description: 'If true, nothing is erased: `wouldTouch` lists the texts that would be.',
    }),
  }),
  run: (ctx, input) => eraseDataSubject(ctx, input, ctx.services.keyRing),
  payload: (t) => ({
    contacts: t.exposeInt('contacts', {
      description: 'Number of contacts replaced by a tombstone.',
    }),
    leads: t.exposeInt('leads', { description: 'Number of leads with these contacts.' }),
    mails: t.exposeInt('mails', {
      description: 'Number of mails to or about the person that were emptied.',
    }),
    texts: t.exposeInt('texts', {
      description: 'Number of rows with notes, reasons, comments and the like that were emptied.',
    }),
    auditEntries: t.exposeInt('auditEntries', {
      description: 'Number of audit entries with emptied values in `before` or `after`.',
    }),
    unfinishedImports: t.exposeInt('unfinishedImports', {
      description:
        'Number of unfinished imports. Their files may hold the person: erase again afterwards.',
    }),
    wouldTouch: t.field({
      type: [ErasableRowType],
      nullable: true,
      description:
        'In a dry run, each row with a text that mentions the person; null otherwise. Review it: a name that is also a common word matches that word too.',
      resolve: ({ wouldTouch }) => wouldTouch,
    }),
  }),
});
