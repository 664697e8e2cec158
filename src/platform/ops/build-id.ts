declare const LEADWARDEN_BUILD_ID: string | undefined;

/** Which build of the program this is: all replicas of one have the same, another one after a deploy. */
export const BUILD_ID =
  typeof LEADWARDEN_BUILD_ID === 'undefined' ? 'development' : LEADWARDEN_BUILD_ID;
