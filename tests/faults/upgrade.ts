import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { submit, view } from "../lib/chain.ts";
import { codeFrom, ownCode } from "../lib/chain-spec.ts";
import { hanseNode } from "../lib/cluster.ts";
import { members } from "../lib/membership.ts";
import { canOperate, lastMotion, operate } from "../lib/operate.ts";
import { Scene } from "../lib/scene.ts";

/** The runtime of the first release. */
const first = fileURLToPath(new URL("../fixtures/runtime-v1.compact.compressed.wasm", import.meta.url));

/** Takes from a genesis what the first release does not know. */
function asInTheFirst(genesis: any): void {
	delete genesis.attendance;
	delete genesis.consortium.minValidators;
	delete genesis.creditRecords.bonds;
	for (const member of genesis.consortium.members) delete member.nodes;
}

export const upgrade = (): void => {
	const skip = !canOperate() && "hanse-operate is not built";
	describe("a network with the first runtime", { skip }, () => {
		const scene = new Scene("upgrade", () => ({ code: codeFrom(first), change: asInTheFirst }));
		before(scene.start);
		after(scene.end);

		it("is upgraded by a vote while it runs, and its members are moved", scene.step(async (t) => {
			const { cluster } = scene;
			const alice = scene.node("Alice");
			const api = await scene.client();
			const version = async (): Promise<number> =>
				(await api.rpc.state.getRuntimeVersion()).specVersion.toNumber();
			const old = await version();
			const before = await members(api);
			assert.equal(before.size, 4);

			const code = join(cluster.folder, "runtime.wasm");
			writeFileSync(code, Buffer.from(ownCode(hanseNode).slice(2), "hex"));
			const by = (name: string) => ["--node", alice.ws, "--key-uri", `//${name}`];
			const since = performance.now();
			await operate("upgrade", "propose", "--code", code, ...by("Bob"));
			const motion = await lastMotion(api);
			for (const name of ["Charlie", "Dave"]) await operate("vote", `${motion}`, "yes", ...by(name));
			const decided = performance.now();
			const records = scene.records;
			// Ferdie is no member: whoever has the code may bring it.
			await operate("upgrade", "apply", "--code", code, ...by("Ferdie"));
			await cluster.until(async () => (await version()) > old, {
				within: 60_000,
				what: "the new runtime runs",
			});
			const final = await api.rpc.chain.getHeader();
			await cluster.until(async () => (await cluster.height(alice)) >= final.number.toNumber(), {
				within: 60_000,
				what: "the upgrade is final",
			});
			scene.tell(t, "decided after", (decided - since) / 1000, "s");
			scene.tell(t, "the new runtime final after", (performance.now() - since) / 1000, "s");

			// A client that comes now knows the new runtime from the beginning.
			const now = await scene.client();
			const after = await members(now);
			assert.deepEqual([...after.keys()], [...before.keys()]);
			for (const [account, member] of before) {
				assert.deepEqual(after.get(account), { ...member, admittedAt: "0", sponsor: null });
			}
			t.diagnostic(`${after.size} members were moved from version ${old} to ${await version()}`);

			// Providers answer with money now, before anything else of theirs is taken. The load uses the same
			// account, so this may take several attempts.
			const { minimumBond } = (await view(now, "CreditRecords", "rules")) as any;
			const bond = (now.tx as any).creditRecords.postBond("Transaction", minimumBond);
			const posted = () => submit(now, bond, scene.account("Alice")).catch(() => undefined);
			await cluster.until(posted, { within: 120_000, what: "the bond is posted" });

			await cluster.until(() => scene.records > records + 200, {
				within: 90_000,
				what: "records are final that were submitted after the upgrade",
			});
			await cluster.more(alice, 15);
			const { blocks, seconds } = scene.watch.pause(alice, since);
			scene.tell(t, "most blocks without finality", blocks, "blocks", { most: 5 });
			// Before its first block every node compiles the new code: here four at once, on the cores of one
			// machine. So this says more about the machine than about the upgrade, and its bar is wide.
			scene.tell(t, "longest time without finality", seconds, "s", { most: 60 });
		}));

		it("and nothing is lost", scene.step((t) => scene.intact(t)));
	});
};
