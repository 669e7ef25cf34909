import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { ask, view } from "../lib/chain.ts";
import { traderAccount } from "../lib/credit.ts";
import { temporary } from "../lib/network.ts";
import { type History, firstOf, madeUpHistory, realHistory } from "../lib/ratings.ts";
import { report, startReplay } from "../lib/replay.ts";
import { inTime, until } from "../lib/until.ts";
import { api, network } from "./shared.ts";

const LINES = 2_000;

export const replay = (): void => {
	describe("a history of ratings on the chain", () => {
		const folder = temporary();
		let history: History;

		before(() => {
			const real = realHistory();
			history = real ? firstOf(real, LINES, folder) : madeUpHistory(LINES, folder);
		});
		after(() => rmSync(folder, { recursive: true, force: true }));

		const recorded = async (): Promise<number> =>
			Number(await view(api, "CreditRecords", "next_sequence", network.nodes[0]!.account));

		it("is interrupted in the middle, and says so", async () => {
			// Few at a time, so that there is a middle.
			const half = startReplay(history, network.nodes[0]!, "--batch", "20", "--window", "4");
			await until(async () => !half.running || (await recorded()) > LINES / 10, {
				within: 120_000,
				what: "a tenth of the ratings are on the chain",
				every: 50,
			});
			half.kill("SIGINT");
			const { code, output } = await inTime(half.ended, { within: 60_000, what: "the replay stops" });
			assert.equal(code, 130, output);
			const sofar = await recorded();
			assert.ok(sofar < LINES, `nothing was left to do: ${sofar} of ${LINES} were on the chain`);
		});

		it("goes on where it was, and comes to what the model gives offline", async (t) => {
			const before = await recorded();
			const online = await report(startReplay(history, network.nodes[0]!));
			const offline = await report(startReplay(history, "offline"));
			assert.equal(await recorded(), LINES);
			// What was on its way when the replay was interrupted may have arrived since.
			assert.ok(online.submitted! <= LINES - before, `${online.submitted} and ${before} of ${LINES}`);
			for (const figure of ["early_warning_auc", "fraudulent_sources_auc"] as const) {
				t.diagnostic(`${figure}: ${online[figure]} on the chain, ${offline[figure]} offline`);
				assert.ok(offline[figure] !== null);
				assert.ok(Math.abs(online[figure]! - offline[figure]!) <= 0.02);
			}
		});

		it("is on the chain once, without a gap", async () => {
			const head = await api.rpc.chain.getHeader();
			let next = 0;
			for (let height = 1; height <= head.number.toNumber(); height++) {
				const at = await api.at(await api.rpc.chain.getBlockHash(height));
				for (const { event } of (await at.query.system.events()) as unknown as any[]) {
					if (event.section !== "creditRecords" || event.method !== "RecordsApplied") continue;
					assert.ok(event.data.first.toNumber() <= next, `a gap before ${event.data.first}`);
					next += event.data.risks.length;
				}
			}
			assert.equal(next, LINES);
		});

		it("is not recorded again", async () => {
			const again = await report(startReplay(history, network.nodes[0]!));
			assert.equal(again.submitted, 0);
			assert.equal(await recorded(), LINES);
		});

		it("gives its traders a score", async () => {
			const trader = traderAccount(1);
			for (const { http } of network.nodes) {
				const { score } = await ask<{ score: number }>(http, "credit_score", trader);
				assert.ok(score > 0 && score <= 1000, `${score}`);
			}
		});
	});
};
