import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ask, finalHeight, view } from "../lib/chain.ts";
import { finalityLags } from "../lib/finality.ts";
import { quantile, until } from "../lib/until.ts";
import { api, network } from "./shared.ts";

export const consensus = (): void => {
	describe("four validators", () => {
		it("all author blocks that become final", async () => {
			const authors = new Set<string>();
			let height = 1;
			await until(
				async () => {
					const final = await finalHeight(network.nodes[0]!);
					for (; height <= final; height++) {
						const hash = await api.rpc.chain.getBlockHash(height);
						const header = await api.derive.chain.getHeader(hash);
						authors.add(String(header.author));
					}
					return network.nodes.every(({ account }) => authors.has(account));
				},
				{ within: 60_000, what: "each validator has authored a final block" },
			);
			assert.equal(authors.size, 4);
		});

		it("finalise a block four seconds after it was the best, or sooner", async (t) => {
			const lags = await finalityLags(api, 20);
			const median = quantile(lags, 0.5);
			const line = `finality of ${lags.length} blocks: median ${median.toFixed(2)} s, longest ${Math.max(...lags).toFixed(2)} s`;
			t.diagnostic(line);
			assert.ok(median <= 4, line);
		});

		it("agree on what is final", async () => {
			const heights = await Promise.all(network.nodes.map(finalHeight));
			const height = Math.min(...heights);
			assert.ok(height > 0);
			for (const at of [0, height]) {
				const hashes = await Promise.all(
					network.nodes.map(({ http }) => ask<string>(http, "chain_getBlockHash", at)),
				);
				assert.equal(new Set(hashes).size, 1, `block ${at}: ${hashes.join(" ")}`);
			}
		});

		it("run a runtime with every pallet, and without a superuser", () => {
			const pallets = api.runtimeMetadata.asLatest.pallets.map(({ name }) => name.toString());
			const expected = ["Consortium", "Council", "CreditRecords", "CreditScore", "TradeNetwork", "Balances"];
			expected.push("Aura", "Grandpa", "Session", "Offences", "Whitelist", "Proxy", "Multisig");
			expected.push("Attendance", "AuraEquivocation", "DataAccess");
			for (const pallet of expected) assert.ok(pallets.includes(pallet), `${pallet} is missing`);
			assert.ok(!pallets.includes("Sudo"));
		});

		it("are the members, each a different legal entity", async () => {
			const members = (await view(api, "Consortium", "members")).toHuman() as Member[];
			assert.deepEqual(
				members.map(([account]) => account).sort(),
				network.nodes.map(({ account }) => account).sort(),
			);
			assert.equal(new Set(members.map(([, { legalEntity }]) => legalEntity)).size, 4);
			for (const [, { roles }] of members) assert.ok(roles.includes("Validator"));
		});

		it("do not offer what only an operator may do", async () => {
			await assert.rejects(ask(network.nodes[0]!.http, "author_rotateKeys"), /unsafe|not allowed/i);
		});
	});
};

type Member = [account: string, member: { name: string; legalEntity: string; roles: string[] }];
