import { builder } from '../kit/builder.js';
import { UserType } from './types.js';

builder.queryField('me', (t) =>
  t.prismaField({
    type: UserType,
    nullable: true,
    description: 'The signed-in user; null for the system itself.',
    resolve: (query, _root, _args, { reads, actor: { id } }) =>
      id === null ? null : reads.read((tx) => tx.user.findUnique({ ...query, where: { id } })),
  }),
);
