import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { submit } from "../lib/chain.ts";
import type { ClusterNode } from "../lib/cluster.ts";
import { Scene } from "../lib/scene.ts";

const args = ["--members-only"];

export const membersOnly = (): void => {
	describe("a network of members only", () => {
		const scene = new Scene("members only", () => ({ registered: true, node: () => ({ args }) }));
		let stranger: ClusterNode;
		before(scene.start);
		after(scene.end);

		/** Lets the network finalise some blocks, and gives what the stranger has meanwhile. */
		async function meanwhile(blocks: number): Promise<{ best: number; peers: number }> {
			await scene.cluster.more(scene.node("Alice"), blocks);
			const health = await stranger.asked<{ peers: number }>("system_health");
			return { best: (await stranger.best()) ?? -1, peers: health?.peers ?? -1 };
		}

		it("gives a node that nobody registered no blocks", scene.step(async (t) => {
			const { cluster } = scene;
			stranger = await cluster.add("Stranger", { observer: true });
			stranger.start();
			await cluster.until(async () => (await stranger.best()) !== undefined, {
				within: 60_000,
				what: "the stranger's node answers",
			});
			const { best, peers } = await meanwhile(8);
			t.diagnostic(`while the network finalised 8 blocks, the stranger had ${best} and ${peers} peers`);
			assert.equal(best, 0, "the stranger has blocks");
		}));

		it("gives them to it when a member has registered it", scene.step(async (t) => {
			const { cluster } = scene;
			const [alice, bob] = [scene.node("Alice"), scene.node("Bob")];
			const api = await scene.client();
			const since = performance.now();
			const nodes = [bob.identity.id, stranger.identity.id];
			await submit(api, api.tx.consortium.registerNodes!(nodes), scene.account("Bob"));
			await cluster.until(
				async () => ((await stranger.final())?.height ?? 0) >= (await cluster.height(alice)) - 2,
				{ within: 120_000, what: "the node that Bob registered has caught up" },
			);
			const seconds = (performance.now() - since) / 1000;
			scene.tell(t, "has caught up after its registration", seconds, "s", { most: 90 });
		}));

		it("and none any more when it is taken back", scene.step(async (t) => {
			const { cluster } = scene;
			const bob = scene.node("Bob");
			const api = await scene.client();
			await submit(api, api.tx.consortium.registerNodes!([bob.identity.id]), scene.account("Bob"));
			// Final, and known to all.
			await cluster.more(scene.node("Alice"), 5);
			const { best } = await meanwhile(1);
			const later = await meanwhile(6);
			t.diagnostic(`the stranger stayed at block ${best} while 6 more became final`);
			assert.equal(later.best, best, "the stranger still gets blocks");
			await stranger.end();
		}));

		it("and nothing is lost", scene.step((t) => scene.intact(t)));
	});
};
