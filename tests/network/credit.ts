import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { KeyringPair } from "@polkadot/keyring/types";
import { Refused, type RpcError, ask, eventOf, submit, view } from "../lib/chain.ts";
import {
	type Explained,
	type History,
	type Score,
	type Warning,
	record,
	submitBatch,
} from "../lib/credit.ts";
import { until } from "../lib/until.ts";
import { account, api, network } from "./shared.ts";

export const credit = (): void => {
	describe("evidence and score", () => {
		let alice: KeyringPair;
		let eve: KeyringPair;
		let ferdie: KeyringPair;
		/** The number of Alice's next record. */
		let next: number;

		before(async () => {
			[alice, eve, ferdie] = [account("Alice"), account("Eve"), account("Ferdie")];
			next = Number(await view(api, "CreditRecords", "next_sequence", alice.address));
		});

		it("a stranger gives no evidence", async () => {
			const sources = api.tx.creditRecords.registerSources([eve.address]);
			await assert.rejects(submit(api, sources, eve), new Refused("creditRecords.NotProvider"));
			// What costs no fee is not even taken into the pool.
			for (const call of [
				api.tx.creditRecords.submitRecord(0, record(eve.address, ferdie.address)),
				submitBatch(api, 0, [record(eve.address, ferdie.address)]),
			]) {
				await assert.rejects(submit(api, call, eve), /1010: Invalid Transaction/);
			}
		});

		it("a question without an answer is told why, by a code", async () => {
			const { http } = network.nodes[0]!;
			const code = (expected: number) => (error: RpcError) => error.code === expected;
			const unknown = `0x${"00".repeat(32)}`;
			await assert.rejects(ask(http, "credit_score", "nobody"), code(9101));
			await assert.rejects(ask(http, "credit_score", ferdie.address, "yesterday"), code(9102));
			await assert.rejects(ask(http, "credit_score", ferdie.address, unknown), code(9103));
			for (const method of ["score", "explain", "history", "warning"]) {
				await assert.rejects(ask(http, `credit_${method}`, ferdie.address), code(9104));
			}
			await assert.rejects(ask(http, "credit_score"), code(-32602));
		});

		it("a record becomes a score that any program can read", async () => {
			await submit(api, api.tx.creditRecords.registerSources([alice.address]), alice);
			const done = await submit(
				api,
				api.tx.creditRecords.submitRecord(next, record(alice.address, ferdie.address)),
				alice,
			);
			assert.equal(eventOf(done, "creditRecords", "RecordsApplied").first.toNumber(), next);

			const { http } = network.nodes[0]!;
			const best = await ask<Score>(http, "credit_score", ferdie.address, "best");
			assert.equal(best.account, ferdie.address);
			assert.ok(Number.isInteger(best.score) && best.score > 0 && best.score <= 1000);
			assert.match(best.grade, /^[ABCD]{1,3}$/);
			assert.equal(best.dimensions.length, 5);
			const parts = best.dimensions.reduce((sum, { points }) => sum + points, 0);
			assert.equal(best.score, Math.floor(parts + 1e-9));
		});

		it("and is explained part by part, in words too", async () => {
			const { http } = network.nodes[0]!;
			const best = await ask<Explained>(http, "credit_explain", ferdie.address, "best");
			const sum = (parts: { points: number }[]) => parts.reduce((sum, { points }) => sum + points, 0);
			// All of these are whole thousandths.
			const thousandths = (points: number) => Math.round(points * 1000);
			assert.equal(thousandths(sum(best.dimensions)), thousandths(best.exact));
			for (const part of best.dimensions) {
				assert.equal(thousandths(sum(part.indicators)), thousandths(part.points));
			}
			assert.equal(thousandths(sum(best.shortfalls) + best.exact), 1_000_000);
			assert.ok(best.reasons.length > 0 && best.reasons.every((words) => /^\d+\.\d points: /.test(words)));
			const last = best.recent.at(-1)!;
			assert.deepEqual([last.provider, last.sequence, last.effect], [alice.address, next, "counted"]);
			assert.ok(last.points > 0);

			const warning = await ask<Warning>(http, "credit_warning", ferdie.address, "best");
			assert.deepEqual([warning.level, warning.reasons], ["none", []]);
			const history = await ask<History>(http, "credit_history", ferdie.address, "best");
			for (const change of history.changes) assert.equal(change.cause.kind, "record");
		});

		it("is the same on every node once it is final", async () => {
			const final = await until(
				() => ask<Score>(network.nodes[0]!.http, "credit_score", ferdie.address).catch(unknown),
				{ within: 30_000, what: "the record is final" },
			);
			assert.equal(final.block.finality, "finalized");
			for (const { http } of network.nodes) {
				const answer = await until(
					async () => {
						const at = final.block.hash;
						const answer = await ask<Score>(http, "credit_score", ferdie.address, at).catch(unknown);
						return answer?.block.finality === "finalized" ? answer : undefined;
					},
					{ within: 30_000, what: `block ${final.block.number} is final on ${http}` },
				);
				assert.deepEqual(answer, final);
			}
		});

		it("a record is recorded once", async () => {
			const again = await submit(
				api,
				api.tx.creditRecords.submitRecord(next, record(alice.address, ferdie.address)),
				alice,
			);
			assert.equal(eventOf(again, "creditRecords", "AlreadyRecorded").next.toNumber(), next + 1);
		});

		it("a gap in the stream is refused", async () => {
			const later = record(alice.address, ferdie.address);
			await assert.rejects(
				submit(api, api.tx.creditRecords.submitRecord(next + 2, later), alice),
				new Refused("creditRecords.SequenceGap"),
			);
		});

		it("a record out of range is refused", async () => {
			const bad = record(alice.address, ferdie.address, { outcome: 10_001 });
			await assert.rejects(
				submit(api, api.tx.creditRecords.submitRecord(next + 1, bad), alice),
				new Refused("creditRecords.RecordRefused"),
			);
		});
	});
};

/** Lets a question be asked again while the node does not know the block or the account. */
function unknown(error: RpcError): undefined {
	if (error.code !== 9103 && error.code !== 9104) throw error;
}
