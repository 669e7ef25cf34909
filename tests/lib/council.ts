import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { type Call, type Done, nameOf, submit } from "./chain.ts";

/** What is to be voted on, and by whom. */
export interface Motion {
	call: Call;
	/** Those who vote for it. */
	inFavour: KeyringPair[];
	/** How many votes it asks for, if not as many as it gets. */
	threshold?: number;
}

/** A motion as the council knows it. */
interface Proposed {
	hash: string;
	index: number;
	call: Call;
}

/** Proposes motions in one transaction. Each asks for two votes at least: one is carried out at once. */
async function propose(api: ApiPromise, motions: Motion[], proposer: KeyringPair): Promise<Proposed[]> {
	const done = await submit(
		api,
		api.tx.utility.batchAll(
			motions.map(({ call, inFavour, threshold = inFavour.length }) =>
				api.tx.council.propose(threshold, call, call.method.encodedLength),
			),
		),
		proposer,
	);
	const proposed = done.events.map(({ event }) => event).filter(({ method }) => method === "Proposed");
	return proposed.map(({ data }, i) => {
		const { proposalHash, proposalIndex } = data as any;
		return { hash: proposalHash.toHex(), index: proposalIndex.toNumber(), call: motions[i]!.call };
	});
}

/** Lets the members vote, each by one transaction whatever the number of motions. */
async function vote(
	api: ApiPromise,
	motions: Motion[],
	proposed: Proposed[],
	but?: KeyringPair,
): Promise<void> {
	const voters = new Set(motions.flatMap(({ inFavour }) => inFavour));
	if (but) voters.delete(but);
	await Promise.all(
		[...voters].map((voter) => {
			const votes = proposed
				.filter((_, i) => motions[i]!.inFavour.includes(voter))
				.map(({ hash, index }) => api.tx.council.vote(hash, index, true));
			return submit(api, api.tx.utility.batchAll(votes), voter);
		}),
	);
}

async function close(api: ApiPromise, proposed: Proposed[], closer: KeyringPair): Promise<Done> {
	const calls = await Promise.all(
		proposed.map(async ({ hash, index, call }) => {
			const { weight } = await call.paymentInfo(closer);
			return api.tx.council.close(hash, index, weight, call.method.encodedLength);
		}),
	);
	return submit(api, api.tx.utility.batchAll(calls), closer);
}

/** Proposes motions, lets the members vote for them, and closes them in the same order. */
export async function decide(api: ApiPromise, ...motions: Motion[]): Promise<Done> {
	const first = motions[0]?.inFavour[0];
	if (!first) throw new Error("nobody votes");
	const proposed = await propose(api, motions, first);
	await vote(api, motions, proposed);
	return close(api, proposed, first);
}

/** The same for one motion, with an attempt to close it before the last member has voted. */
export async function decideInTwoSteps(
	api: ApiPromise,
	motion: Motion,
	tooEarly: (attempt: Promise<Done>) => Promise<void>,
): Promise<Done> {
	const [first, last] = [motion.inFavour[0], motion.inFavour.at(-1)];
	if (!first || first === last) throw new Error("it takes two to vote in two steps");
	const proposed = await propose(api, [motion], first);
	await vote(api, [motion], proposed, last);
	await tooEarly(close(api, proposed, first));
	await vote(api, [{ ...motion, inFavour: [last!] }], proposed);
	return close(api, proposed, first);
}

/** What came of the motions that were carried: `Ok`, or the name of the error. */
export function outcomes(api: ApiPromise, done: Done): string[] {
	return done.events
		.map(({ event }) => event)
		.filter(({ section, method }) => section === "council" && method === "Executed")
		.map(({ data }) => {
			const { result } = data as any;
			return result.isOk ? "Ok" : nameOf(api, result.asErr);
		});
}

/**
 * What came of the calls of `utility.forceBatch` in the motions that were carried, in order: `Ok`, or the
 * name of the error.
 */
export function items(api: ApiPromise, done: Done): string[] {
	let within = false;
	const results: string[] = [];
	for (const { event } of done.events) {
		const { section, method, data } = event;
		// What stands between these two is what the motion did.
		if (section === "council") within = method === "Approved" || (within && method !== "Executed");
		if (!within || section !== "utility") continue;
		if (method === "ItemCompleted") results.push("Ok");
		if (method === "ItemFailed") results.push(nameOf(api, (data as any).error));
	}
	return results;
}

/** Decides motions that must be carried out. */
export async function carry(api: ApiPromise, call: Call, inFavour: KeyringPair[]): Promise<Done> {
	const done = await decide(api, { call, inFavour });
	const [result] = outcomes(api, done);
	const { section, method } = call.method;
	if (result !== "Ok") throw new Error(`the motion ${section}.${method} came to ${result}`);
	return done;
}
