import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { type Audit, audit, canAudit } from "../lib/audit.ts";
import { ask, finalHeight, view } from "../lib/chain.ts";
import type { Score } from "../lib/credit.ts";
import { temporary } from "../lib/network.ts";
import { account, api, network } from "./shared.ts";

export const audits = (): void => {
	const skip = !canAudit() && "hanse-audit is not built";
	describe("an audit of all that happened", { skip }, () => {
		const folder = temporary();
		const cache = join(folder, "audit.bin");
		after(() => rmSync(folder, { recursive: true, force: true }));

		/** Sees that what follows from blocks is what the chain has, and gives what was found. */
		async function equal(...args: string[]): Promise<Audit> {
			const { code, audit: found, output } = await audit("--node", network.nodes[0]!.ws, ...args);
			assert.equal(code, 0, output);
			assert.deepEqual([found?.equal, found?.differences, found?.further], [true, [], 0]);
			return found!;
		}

		it("comes to every score bit by bit, from blocks alone", async (t) => {
			const at = await finalHeight(network.nodes[0]!);
			const found = await equal("--all", "--at", `${at}`, "--cache", cache);
			assert.deepEqual([found.from, found.block, found.chain], [0, at, api.genesisHash.toHex()]);
			t.diagnostic(`${found.records} records, ${found.subjects} subjects, ${found.sources} sources`);
			assert.ok(found.records > 2_000 && found.sources > 0);
			// All that the chain knows, and not only those that the tool happened to hear of.
			const block = await api.at(await api.rpc.chain.getBlockHash(at));
			const known = await block.query.creditScore!.subjects!.keys();
			assert.deepEqual([found.subjects, found.scores], [known.length, known.length]);
		});

		it("goes on from where it was, and tells one score as the chain does", async () => {
			const ferdie = account("Ferdie").address;
			const found = await equal(ferdie, "--cache", cache);
			const { http } = network.nodes[0]!;
			const score = await ask<Score>(http, "credit_score", ferdie, found.blockHash);
			assert.deepEqual([found.score?.score, found.score?.grade], [score.score, score.grade]);
			assert.ok(found.score!.thousandths! > 0);
		});

		it("has nothing to say of somebody whom nobody knows, and does not hide a block that is missing", async () => {
			const nobody = account("Nobody at all").address;
			assert.equal((await view(api, "CreditScore", "score", nobody)).toJSON(), null);
			const found = await equal(nobody, "--cache", cache);
			assert.equal(found.score?.score, undefined);

			const ahead = `${found.block + 1_000_000}`;
			const { code, output } = await audit("--all", "--node", network.nodes[0]!.ws, "--at", ahead);
			assert.equal(code, 2, output);
			assert.match(output, new RegExp(ahead));
		});
	});
};
