type Scalar = string | number | boolean | null | undefined;
type JsonOf<Leaf> = Leaf | readonly JsonOf<Leaf>[] | { readonly [key: string]: JsonOf<Leaf> };

/** A value of JSON; a field that is undefined is left out. */
export type JsonValue = JsonOf<Scalar>;
export type JsonObject = { readonly [key: string]: JsonValue };

/** The same before it is written: an instant becomes ISO 8601. */
export type DatedJsonValue = JsonOf<Scalar | Date>;
export type DatedJsonObject = { readonly [key: string]: DatedJsonValue };
