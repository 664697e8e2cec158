import { Prisma } from '../db/generated/prisma/client.js';

/** Path of a value in an entry: `before` or `after`, then the keys and indexes below. */
export type ValuePath = readonly (string | number)[];

/** The replacement of a blanked value, as JSON. */
const BLANK = Prisma.raw(`'"pseudonymized"'::jsonb`);

const sha256 = (text: Prisma.Sql) => Prisma.sql`encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

const LEAF_SALT = Prisma.sql`CASE WHEN entry.leaves IS NULL THEN ${sha256(Prisma.sql`entry.salt || E'\n' || leaf.path`)}
  ELSE entry.leaves -> leaf.path ->> 'salt' END`;

/**
 * The leaves of the content of `entry`, a row of the trail, as SQL: path, value, and the digest that the entry's digest
 * is made of. A leaf is what is neither an object nor an array, or is an empty one. A salt is made of the entry's own
 * until a value is blanked. Written out here and not left to the function of the trigger, which could be made to lie.
 */
export const LEAVES = Prisma.sql`
  WITH RECURSIVE node (path, value) AS (
    SELECT jsonb_build_array(side), content
    FROM (VALUES ('before', entry.before), ('after', entry.after)) AS part (side, content) WHERE content IS NOT NULL
    UNION ALL
    SELECT node.path || child.step, child.value FROM node CROSS JOIN LATERAL (
      SELECT to_jsonb(member.key) AS step, member.value
      FROM jsonb_each(CASE jsonb_typeof(node.value) WHEN 'object' THEN node.value END) AS member
      UNION ALL
      SELECT to_jsonb(element.nth - 1), element.value
      FROM jsonb_array_elements(CASE jsonb_typeof(node.value) WHEN 'array' THEN node.value END)
        WITH ORDINALITY AS element (value, nth)
    ) AS child
  ), leaf AS (
    SELECT path::text AS path, value FROM node
    WHERE jsonb_typeof(value) NOT IN ('object', 'array') OR value IN ('{}', '[]')
  ), salted AS (SELECT leaf.path, leaf.value, ${LEAF_SALT} AS salt FROM leaf)
  SELECT path, value, salt, CASE
    WHEN value = ${BLANK} AND entry.leaves -> path ->> 'digest' IS NOT NULL THEN entry.leaves -> path ->> 'digest'
    -- Without a salt it is something that was put in: no digest of it is left out.
    ELSE ${sha256(Prisma.sql`coalesce(salt, '') || E'\n' || value::text`)}
  END AS digest FROM salted`;

/** The digest of the content of `entry`, as SQL. */
export const DIGEST_OF_LEAVES = Prisma.sql`(
  SELECT ${sha256(Prisma.sql`E'leaves\n' || coalesce(string_agg(
    path || ' ' || digest, E'\n' ORDER BY path COLLATE "C"), '')`)} FROM (${LEAVES}) AS leaf)`;
