import { randomBytes } from "node:crypto";
import { type ApiPromise, WsProvider } from "@polkadot/api";
import { blake2AsU8a, decodeAddress, encodeAddress } from "@polkadot/util-crypto";
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

/** In the order of their indices in SCALE. */
const indicators = [
	"OrderCompleted",
	"NotCancelled",
	"DisputeNotLost",
	"ShippedOnTime",
	"DeliveredOnTime",
	"ArrivedIntact",
	"PaidOnTime",
	"PaymentDelay",
	"NoDefault",
	"Rating",
	"ComplaintAnswered",
	"ReturnHandled",
	"BusinessRegistration",
	"IdentityChecks",
	"CustomsClearance",
	"TaxCompliance",
	"Audit",
	"Certificate",
];

/**
 * The bytes that the subject of a record signs to confirm it, put together as docs/credit-records.md tells
 * them and not by the metadata: what somebody does who signs without a library that knows SCALE.
 */
export function recordPayload(genesis: Uint8Array, record: SubmittedRecord): Uint8Array {
	const { source, subject, indicator, outcome, reference, at, commitment } = record;
	return u8aConcat(
		stringToU8a("hanse-record-v1"),
		genesis,
		decodeAddress(source),
		decodeAddress(subject),
		Uint8Array.of(indicators.indexOf(indicator)),
		bnToU8a(outcome, { bitLength: 16, isLe: true }),
		reference,
		bnToU8a(at, { bitLength: 64, isLe: true }),
		commitment,
	);
}

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
	warning: Warning | null;
	version: number;
	dimensions: { dimension: string; weight: number; value: number; adjustment: number; points: number }[];
	computedAt: number;
	block: { hash: string; number: number; finality: "finalized" | "best" };
}

/** What there is to beware of. */
export interface Warning {
	level: "none" | "watch" | "warning" | "critical";
	reasons: { reason: string; level: string; words: string }[];
}

/** What credit_explain answers, as far as tests look at it. */
export interface Explained {
	account: string;
	score: number;
	exact: number;
	reasons: string[];
	warning: Warning & { announced: Warning };
	dimensions: (Score["dimensions"][number] & { indicators: { indicator: string; points: number }[] })[];
	shortfalls: { kind: string; of: string; points: number; words: string }[];
	recent: { provider: string; sequence: number; effect: string; points: number; words: string }[];
	version: number;
}

/** What credit_history answers, as far as tests look at it. */
export interface History {
	account: string;
	changes: { block: number; new: { score: number; grade: string }; cause: { kind: string }; words: string }[];
}

/** What a listener is told. */
export interface ScoreChange {
	account: string;
	old: { score: number; grade: string };
	new: { score: number; grade: string };
	cause: { kind: string };
	words: string;
	block: string;
}

/** Listens to announcements of scores, as a program does that knows nothing of the chain but JSON. */
export async function listen(
	ws: string,
	filter: object,
): Promise<{ heard: ScoreChange[]; leave: () => Promise<void> }> {
	const provider = new WsProvider(ws);
	await provider.isReady;
	const heard: ScoreChange[] = [];
	const id = await provider.subscribe(
		"credit_scoreChanged",
		"credit_subscribeScores",
		[filter],
		(_: Error | null, change: ScoreChange) => heard.push(change),
	);
	const leave = async (): Promise<void> => {
		await provider.unsubscribe("credit_scoreChanged", "credit_unsubscribeScores", id as number);
		await provider.disconnect();
	};
	return { heard, leave };
}
