import { after, before, describe, it } from "node:test";
import { generator } from "../lib/random.ts";
import { Scene } from "../lib/scene.ts";
import { sleep } from "../lib/until.ts";
import { quick } from "./chosen.ts";

/** How often a node is killed, and what chance begins with. */
const kills = Number(process.env.HANSE_KILLS ?? (quick ? 3 : 50));
const seed = Number(process.env.HANSE_SEED ?? Math.floor(Math.random() * 2 ** 31));

export const randomKills = (): void => {
	describe("a random validator", () => {
		const scene = new Scene("random kills", () => ({}));
		before(scene.start);
		after(scene.end);

		it(`is killed at a random moment, ${kills} times`, scene.step(async (t) => {
			t.diagnostic(`HANSE_SEED=${seed} kills the same nodes after the same times`);
			const { cluster } = scene;
			const chance = generator(seed);
			const times: number[] = [];
			for (let kill = 1; kill <= kills; kill++) {
				const index = Math.floor(chance() * 4);
				const [victim, witness] = [cluster.nodes[index]!, cluster.nodes[(index + 1) % 4]!];
				await sleep(chance() * 6_000);
				await victim.end("SIGKILL");
				victim.start();
				times.push(await cluster.takesPart(victim, witness));
				// Throws unless it has the state of its peers.
				await cluster.agree();
			}
			const bar = { least: kills };
			scene.tell(t, "restarts, each with the state of its peers", times.length, "restarts", bar);
			scene.tell(t, "longest time until it was back and voting", Math.max(...times), "s", { most: 20 });
			const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
			scene.tell(t, "mean time until it was back and voting", mean, "s");
		}));

		it("and nothing is lost", scene.step((t) => scene.intact(t)));
	});
};
