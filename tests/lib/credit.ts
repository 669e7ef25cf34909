import { randomBytes } from "node:crypto";
import type { ApiPromise } from "@polkadot/api";
import { encodeAddress, blake2AsU8a } from "@polkadot/util-crypto";
import { bnToU8a, stringToU8a, u8aConcat } from "@polkadot/util";
import type { Call } from "./chain.ts";

/** The account under which hanse-replay records a trader. */
export function traderAccount(trader: number): string {
	const number = bnToU8a(trader, { bitLength: 64, isLe: true });
	return encodeAddress(blake2AsU8a(u8aConcat(stringToU8a("hanse/replay/trader"), number)), 42);
}

/** A record as clients write it. */
export type SubmittedRecord = ReturnType<typeof record>;

/** A record as clients write it, with what the test does not care about filled in. */
export const record = (source: string, subject: string, more: object = {}) => ({
	source,
	subject,
	indicator: "OrderCompleted",
	outcome: 10_000,
	level: "Confirmed",
	amount: 10,
	at: Math.floor(Date.now() / 1000) - 60,
	// Another order each time, unless the test says which.
	reference: new Uint8Array(randomBytes(16)),
	commitment: new Uint8Array(32).fill(7),
	...more,
});

/** What a batch does about records that are refused. */
export type Mode = "AllOrNothing" | "EachForItself";

/** The submission of a batch, also to the runtime of the first release, which knows no modes. */
export function submitBatch(
	api: ApiPromise,
	first: number,
	records: SubmittedRecord[],
	mode: Mode = "AllOrNothing",
): Call {
	const call = api.tx.creditRecords.submitBatch!;
	return call.meta.args.length === 2 ? call(first, records) : call(first, mode, records);
}

/** What credit_score answers. */
export interface Score {
	account: string;
	score: number;
	grade: string;
	confidence: number;
	risk: number;
	dimensions: { dimension: string; weight: number; value: number; adjustment: number; points: number }[];
	computedAt: number;
	block: { hash: string; number: number; finality: "finalized" | "best" };
}
