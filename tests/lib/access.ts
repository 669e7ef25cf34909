import type { ApiPromise } from "@polkadot/api";
import { bnToU8a, stringToU8a, u8aConcat } from "@polkadot/util";
import { blake2AsU8a, decodeAddress } from "@polkadot/util-crypto";
import { optional, u32 } from "./trade.ts";

export type Category = "Transaction" | "Shipping" | "Payment" | "Behaviour" | "Verification";
export type Purpose =
	| "CreditDecision"
	| "Insurance"
	| "CustomsClearance"
	| "Audit"
	| "TradeFinance"
	| "Dispute"
	| "Other";

/** In the order of their indices in SCALE. */
const categories: Category[] = ["Transaction", "Shipping", "Payment", "Behaviour", "Verification"];
const purposes: Purpose[] = [
	"CreditDecision",
	"Insurance",
	"CustomsClearance",
	"Audit",
	"TradeFinance",
	"Dispute",
	"Other",
];

/** What an enterprise grants. */
export interface Terms {
	grantee: string;
	category: Category;
	purpose: Purpose;
	/** In seconds since 1970. */
	until: number;
	/** The commitment to the wrapped keys of the documents. */
	keys: string | null;
}

/** What an account signs so that anybody can bring a grant. */
export interface Permission {
	account: string;
	terms: Terms;
	changes: number;
	/** In days since 1970. */
	bringBy: number;
}

/** What an account signs so that anybody can bring a revocation. */
export interface Revocation {
	account: string;
	id: number;
}

const u64 = (value: number): Uint8Array => bnToU8a(value, { bitLength: 64, isLe: true });

/**
 * The bytes of a permission, put together as docs/data-protection.md tells them and not by the metadata:
 * what somebody does who signs without a library that knows SCALE.
 */
export function permissionPayload(genesis: Uint8Array, permission: Permission): Uint8Array {
	const { grantee, category, purpose, until, keys } = permission.terms;
	return u8aConcat(
		stringToU8a("hanse/access/1"),
		genesis,
		decodeAddress(permission.account),
		decodeAddress(grantee),
		Uint8Array.of(categories.indexOf(category), purposes.indexOf(purpose)),
		u64(until),
		optional(keys),
		u32(permission.changes),
		u32(permission.bringBy),
	);
}

/** The bytes of a revocation, put together as docs/data-protection.md tells them. */
export function revocationPayload(genesis: Uint8Array, { account, id }: Revocation): Uint8Array {
	return u8aConcat(stringToU8a("hanse/revoke/1"), genesis, decodeAddress(account), u64(id));
}

/** The head of a log with these entries, each as it stands in its event. */
export const headOf = (entries: Uint8Array[]): Uint8Array =>
	entries.reduce<Uint8Array>(
		(head, entry) => blake2AsU8a(u8aConcat(stringToU8a("hanse/disclosure/1"), head, entry)),
		new Uint8Array(32),
	);

/** What the view function disclosure_log answers. */
export interface LogHead {
	head: string;
	entries: number;
	last: number | null;
}

/** The time of the chain, in whole seconds since 1970. */
export async function seconds(api: ApiPromise): Promise<number> {
	const now = (await api.query.timestamp.now()) as unknown as { toNumber(): number };
	return Math.floor(now.toNumber() / 1_000);
}
