import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { validators } from "../lib/blocks.ts";
import { view } from "../lib/chain.ts";
import { canOperate, lastMotion, operate } from "../lib/operate.ts";
import { Scene } from "../lib/scene.ts";

export const quorumLoss = (): void => {
	const skip = !canOperate() && "hanse-operate is not built";
	describe("two of four validators gone for good", { skip }, () => {
		const scene = new Scene("quorum loss", () => ({}));
		before(scene.start);
		after(scene.end);

		it("are left behind by a vote, and finality goes on", scene.step(async (t) => {
			const { cluster } = scene;
			const survivors = [scene.node("Alice"), scene.node("Bob")];
			const [alice, bob] = survivors as [(typeof survivors)[0], (typeof survivors)[0]];
			const gone = [scene.node("Charlie"), scene.node("Dave")];
			await Promise.all(gone.map((node) => node.end()));
			const since = performance.now();

			// Nothing is final any more once the last votes have arrived.
			const begin = (await alice.best()) ?? 0;
			const reached = (height: number) => async () => ((await alice.best()) ?? 0) >= height;
			await cluster.until(reached(begin + 2), { within: 60_000, what: "two blocks by two authors" });
			const last = await cluster.height(alice);
			await cluster.until(reached(begin + 4), { within: 60_000, what: "two more" });
			assert.equal(await cluster.height(alice), last, "two of four have finalised");

			// As the runbook says: the survivors are not to hold back while finality lags.
			for (const node of survivors) {
				await node.end("SIGTERM");
				node.options = { ...node.options, args: [...(node.options.args ?? []), "--no-backoff"] };
				node.start();
				const other = node === alice ? bob : alice;
				const grown = ((await other.best()) ?? 0) + 1;
				await cluster.until(async () => ((await node.best()) ?? 0) >= grown, {
					within: 60_000,
					what: `${node.name} is back`,
				});
			}

			// The machines of Charlie and Dave are gone; both organisations are there still, and vote.
			const nodes = survivors.flatMap(({ ws }) => ["--node", ws]);
			const by = (name: string) => ["--key-uri", `//${name}`, "--final-within", "1"];
			const decision = ((await alice.best()) ?? 0) + 9;
			const prepared = await operate(
				"stalled",
				...["--without", ...gone.map(({ account }) => account)],
				...["--decided-by", `${decision}`, "--submit", ...nodes, ...by("Bob")],
			);
			t.diagnostic(`the motion was prepared, and Bob voted:\n${prepared}`);
			const api = await scene.client();
			const motion = await lastMotion(api);
			for (const name of ["Charlie", "Dave"]) {
				await operate("vote", `${motion}`, "yes", "--node", bob.ws, ...by(name));
			}
			const voted = (performance.now() - since) / 1000;

			await cluster.until(async () => (await cluster.height(alice)) > last, {
				within: 400_000,
				what: "finality goes on with two validators",
			});
			scene.tell(t, "decided after the loss", voted, "s");
			scene.tell(t, "finality after the loss", (performance.now() - since) / 1000, "s", { most: 400 });
			await cluster.more(alice, 5, 60_000);

			// Those who are gone do not count any more.
			const accounts = survivors.map(({ account }) => account).sort();
			assert.deepEqual((await view(api, "Consortium", "validators")).toHuman(), accounts);
			assert.deepEqual(await validators(api), accounts);
		}));

		it("and nothing is lost", scene.step((t) => scene.intact(t)));
	});
};
