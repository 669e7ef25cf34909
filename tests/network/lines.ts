import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { KeyringPair } from "@polkadot/keyring/types";
import { seconds } from "../lib/access.ts";
import { type Found, eventsIn } from "../lib/blocks.ts";
import { type Call, type Done, ask, eventOf, inFull, refusals, submit, view } from "../lib/chain.ts";
import { carry, decide, outcomes } from "../lib/council.ts";
import {
	type Explained,
	type History,
	type Score,
	type Warning,
	listen,
	record,
	submitBatch,
} from "../lib/credit.ts";
import { snapshot } from "../lib/snapshot.ts";
import { consentPayload, noCommitments, signed, today } from "../lib/trade.ts";
import { until } from "../lib/until.ts";
import { account, api, network } from "./shared.ts";

const DAY = 86_400;
const UNIT = 1_000_000_000_000n;

/** A line as view functions tell it. */
interface Line {
	subject: string;
	bank: string;
	terms: { limit: number; until: number; minimum: string };
	drawn: number;
	available: number;
	state: { open: null } | { suspended: string } | { closed: string };
}

export const creditLines = (): void => {
	describe("credit lines, and the score that they hang on", () => {
		/** A platform, a bank, a carrier and customs: members of the preset. */
		let alice: KeyringPair;
		let bob: KeyringPair;
		let charlie: KeyringPair;
		/** Somebody with tokens whom all of this does not concern. */
		let eve: KeyringPair;
		/** An enterprise with no more tokens than an account needs. */
		let potter: KeyringPair;
		/** When the line ends. */
		let end: number;
		/** The grade at which the bank lends. */
		let grade: string;

		before(async () => {
			[alice, bob, charlie] = [account("Alice"), account("Bob"), account("Charlie")];
			[eve, potter] = [account("Eve"), account("Toepferei")];
			end = (await seconds(api)) + 365 * DAY;
			const details = { country: "DE", sector: 23, kind: "Manufacturer", commitments: noCommitments } as const;
			const consent = {
				sponsor: alice.address,
				account: potter.address,
				details,
				until: (await today(api)) + 7,
			};
			const signature = signed(potter, consentPayload(api.genesisHash.toU8a(), consent));
			const sponsored = api.tx.tradeNetwork.sponsorEnterprise(potter.address, details, consent.until, signature);
			await submit(api, sponsored, alice);
		});

		const calls = () => api.tx.creditLines as any;
		const terms = (minimum: string, more: object = {}) => ({ limit: 5n * UNIT, until: end, minimum, ...more });

		const lines = async ({ address }: KeyringPair): Promise<Line[]> =>
			(await view(api, "CreditLines", "lines", address)).toJSON() as unknown as Line[];

		const available = async (): Promise<bigint> =>
			BigInt((await view(api, "CreditLines", "available", bob.address, potter.address, "Native")).toString());

		const best = <T>(method: string): Promise<T> =>
			ask<T>(network.nodes[0]!.http, `credit_${method}`, potter.address, "best");

		/** What the platform says about the potter's orders. */
		async function report(outcome: number, indicators: string[], times: number): Promise<Done> {
			const next = Number(await view(api, "CreditRecords", "next_sequence", alice.address));
			const records = Array.from({ length: times }, () => indicators)
				.flat()
				.map((indicator) => record(alice.address, potter.address, { indicator, outcome }));
			return submit(api, submitBatch(api, next, records), alice);
		}

		/** Brings calls of which each is refused for the reason that stands beside it, and changes nothing. */
		async function refused(signer: KeyringPair, pallet: string, tried: [Call, string][]): Promise<void> {
			const { http } = network.nodes[0]!;
			const state = await snapshot(http, ["CreditLines"]);
			const errors = await refusals(
				api,
				tried.map(([call]) => call),
				signer,
			);
			assert.deepEqual(
				errors.map((error) => inFull(api, error)),
				tried.map(([, error]) => `${pallet}.${error}`),
			);
			assert.deepEqual(await snapshot(http, ["CreditLines"]), state);
		}

		it("nobody but a bank sets one, and none that would not hold", async () => {
			const { setLine, withdrawLine, declineLine } = calls();
			const to = (terms: object, enterprise = potter): Call => setLine(enterprise.address, "Native", terms);
			await refused(alice, "creditLines", [[to(terms("D")), "NotBank"]]);
			await refused(eve, "creditLines", [[to(terms("D")), "NotBank"]]);
			await refused(bob, "creditLines", [
				[to(terms("D", { limit: 0 })), "NoLimit"],
				[to(terms("D", { until: 1 })), "EndNotAhead"],
				[to(terms("D", { until: end + 5 * 366 * DAY })), "LineTooLong"],
				[to(terms("D"), eve), "NotEnterprise"],
				[setLine(potter.address, { Asset: 978 }, terms("D")), "UnknownAsset"],
				// Of somebody without any record, the grade is the lowest.
				[to(terms("C")), "BrokenCovenant"],
				[withdrawLine(potter.address, "Native"), "UnknownLine"],
				[declineLine(bob.address, "Native"), "UnknownLine"],
			]);
		});

		it("a bank lends on a grade, and both sides see it", async () => {
			await report(10_000, ["OrderCompleted", "NotCancelled", "DisputeNotLost"], 4);
			({ grade } = await best<Score>("score"));
			assert.notEqual(grade, "D");
			const minimum = pascal(grade);
			const set = await submit(api, calls().setLine(potter.address, "Native", terms(minimum)), bob);
			const event = eventOf(set, "creditLines", "LineSet");
			assert.deepEqual([`${event.subject}`, `${event.bank}`], [potter.address, bob.address]);

			const [line, ...others] = await lines(potter);
			assert.deepEqual(others, []);
			assert.deepEqual(
				[line!.bank, line!.terms.minimum, line!.state, line!.drawn],
				[bob.address, minimum, { open: null }, 0],
			);
			assert.equal(await available(), 5n * UNIT);
			const book = (await view(api, "CreditLines", "book", bob.address, null)).toJSON() as any;
			assert.deepEqual(book, { lines: [line], next: null });
			assert.deepEqual(await lines(eve), []);
			await refused(bob, "creditLines", [
				[calls().setLine(potter.address, "Native", terms(minimum)), "AlreadySet"],
				[calls().changeLine(potter.address, "Native", terms(minimum)), "NothingChanged"],
				[calls().resumeLine(potter.address, "Native"), "NotSuspended"],
				[calls().noteRepayment(potter.address, "Native", 1), "MoreThanDrawn"],
			]);
		});

		it("is suspended when the grade falls, of which whoever listens is told", async () => {
			const listener = await listen(network.nodes[0]!.ws, { account: potter.address });
			try {
				// As often as it takes.
				let done: Done;
				let now: Score;
				let times = 0;
				do {
					done = await report(0, ["OrderCompleted", "NotCancelled", "DisputeNotLost"], 4);
					now = await best<Score>("score");
				} while (now.grade === grade && ++times < 10);
				assert.ok(order(now.grade) < order(grade), `${now.grade} after ${grade}`);
				const changed = eventOf(done, "creditScore", "ScoreChanged");
				assert.equal(`${changed.subject}`, potter.address);
				// From that place in the block on, and without waiting for the event.
				assert.equal(await available(), 0n);

				const suspended = await until(
					async () => (await lines(potter)).find(({ state }) => "suspended" in state),
					{ within: 30_000, what: "the line is suspended" },
				);
				assert.deepEqual(suspended.state, { suspended: "Grade" });
				const { number } = await api.rpc.chain.getHeader(done.block);
				const [event] = await until(() => eventsFrom(number.toNumber(), "LineSuspended"), {
					within: 30_000,
					what: "the bank is told",
				});
				assert.deepEqual([`${event!.data.bank}`, `${event!.data.cause}`], [bob.address, "Grade"]);

				const told = await until(async () => listener.heard.find(({ block }) => block === done.block), {
					within: 60_000,
					what: "the change is final, and told",
				});
				assert.deepEqual(
					[told.account, told.new.grade, told.cause.kind],
					[potter.address, now.grade, "record"],
				);
				// Nobody else's, and each once.
				const heard = listener.heard.map(({ account, block, words }) => `${account} ${block} ${words}`);
				assert.equal(new Set(heard).size, heard.length);
				assert.ok(listener.heard.every(({ account }) => account === potter.address));
			} finally {
				await listener.leave();
			}
		});

		it("who was refused is told why, in points and in words", async () => {
			const explained = await best<Explained>("explain");
			const { warning, shortfalls, recent } = explained;
			assert.ok(shortfalls.length > 0, "nothing is missing");
			for (const { words } of [...shortfalls, ...warning.reasons]) assert.match(words, /\S/);
			const moves = recent.map(({ effect, provider }) => [effect, provider]);
			assert.deepEqual(moves, Array(8).fill(["counted", alice.address]));
			assert.ok(recent.at(-1)!.points < 0, `${recent.at(-1)!.points} points`);
			assert.notEqual(warning.level, "none");
			const alone = await best<Warning>("warning");
			assert.deepEqual([alone.level, alone.reasons], [warning.level, warning.reasons]);
			const { changes } = await best<History>("history");
			const last = changes.at(-1)!;
			assert.ok(order(last.new.grade) < order(grade));
			assert.match(last.words, /\S/);
		});

		it("is resumed by the bank alone, and not before the covenant holds", async () => {
			const { resumeLine, changeLine } = calls();
			await refused(bob, "creditLines", [[resumeLine(potter.address, "Native"), "BrokenCovenant"]]);
			await refused(eve, "creditLines", [[resumeLine(potter.address, "Native"), "NotBank"]]);
			// Whatever it lends on now, it says so where everybody sees it.
			await submit(api, changeLine(potter.address, "Native", terms("D", { limit: 2n * UNIT })), bob);
			const { level } = await best<Warning>("warning");
			const resumed = submit(api, resumeLine(potter.address, "Native"), bob);
			if (level === "critical") return assert.rejects(resumed, /creditLines.BrokenCovenant/);
			eventOf(await resumed, "creditLines", "LineResumed");
			assert.equal(await available(), 2n * UNIT);
		});

		it("an enterprise declines what it does not want, without a fee", async () => {
			// It has no more than an account needs to be there, and has it afterwards.
			const least = (api.consts.balances as any).existentialDeposit.toBigInt();
			await submit(api, api.tx.balances.transferKeepAlive(potter.address, least), alice);
			const done = await submit(api, calls().declineLine(bob.address, "Native"), potter);
			const closed = eventOf(done, "creditLines", "LineClosed");
			assert.deepEqual([`${closed.bank}`, `${closed.cause}`], [bob.address, "Declined"]);
			assert.deepEqual(await lines(potter), []);
			assert.equal(await available(), 0n);
			const { data } = (await api.query.system.account(potter.address)) as any;
			assert.equal(data.free.toBigInt(), least);
		});

		it("a bank weighs evidence by a profile of its own, and nobody's score moves", async () => {
			const { setProfile, removeProfile } = api.tx.creditScore as any;
			const parameters = (await view(api, "CreditScore", "parameters")).toJSON() as any;
			const before = await best<Score>("score");
			// What counts first for everybody counts second here, and the other way round.
			const [first, second, ...others] = parameters.dimensions.map((part: any) => part.weight);
			const profile = {
				dimensions: [second, first, ...others],
				indicators: parameters.indicators.map((part: any) => part.share),
			};
			await refused(eve, "creditScore", [[setProfile("Bank", profile), "NotMember"]]);
			await refused(alice, "creditScore", [[setProfile("Bank", profile), "RoleMissing"]]);
			await submit(api, setProfile("Bank", profile), bob);
			const kept = await view(api, "CreditScore", "profile", bob.address, "Bank");
			assert.deepEqual(kept.toJSON(), profile);
			const asked = [potter.address, bob.address, "Bank"];
			const own = (await view(api, "CreditScore", "score_by", ...asked)).toJSON() as any;
			assert.ok(Number.isInteger(own.score) && own.score !== before.score);
			assert.equal((await best<Score>("score")).score, before.score);
			await submit(api, removeProfile("Bank"), bob);
			assert.equal((await view(api, "CreditScore", "score_by", ...asked)).toJSON(), null);
		});

		it("members schedule other parameters by two thirds, with time to prepare, and take them back", async () => {
			const all = [alice, bob, charlie];
			const { scheduleParameters, cancelParameters } = api.tx.creditScore as any;
			const found = (await view(api, "CreditScore", "parameters")) as any;
			const other = { ...found.toJSON(), announcedChange: 50 };
			const notice = Number(await view(api, "CreditScore", "notice"));
			const now = (await api.rpc.chain.getHeader()).number.toNumber();
			const later = now + notice + 100;

			await assert.rejects(submit(api, scheduleParameters(other, later), alice), /BadOrigin/);
			const soon = await decide(api, { call: scheduleParameters(other, now + 20), inFavour: all });
			assert.deepEqual(outcomes(api, soon), ["creditScore.TooSoon"]);
			const same = await decide(api, { call: scheduleParameters(found.toJSON(), later), inFavour: all });
			assert.deepEqual(outcomes(api, same), ["creditScore.NoDifference"]);

			const done = await carry(api, scheduleParameters(other, later), all);
			const event = eventOf(done, "creditScore", "ParametersScheduled");
			assert.deepEqual([event.version.toNumber(), event.effective.toNumber()], [1, later]);
			const cancelled = await carry(api, cancelParameters(), all);
			assert.equal(eventOf(cancelled, "creditScore", "ParametersCancelled").version.toNumber(), 1);
			assert.equal((await best<Score>("score")).version, 0);
		});

		/** The events of a kind from a block to the best one; `undefined` as long as there is none. */
		async function eventsFrom(first: number, method: string): Promise<Found[] | undefined> {
			const last = (await api.rpc.chain.getHeader()).number.toNumber();
			for (let height = first; height <= last; height++) {
				const found = await eventsIn(api, height, { section: "creditLines", method });
				if (found.length > 0) return found;
			}
			return undefined;
		}
	});
};

const grades = ["D", "C", "CC", "CCC", "B", "BB", "BBB", "A", "AA", "AAA"];

/** The place of a grade, from D up. */
const order = (grade: string): number => grades.indexOf(grade);

/** A grade as the metadata spell it. */
const pascal = (grade: string): string => grade[0]! + grade.slice(1).toLowerCase();
