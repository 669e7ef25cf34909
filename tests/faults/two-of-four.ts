import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Scene } from "../lib/scene.ts";

export const twoOfFour = (): void => {
	describe("two of four validators", () => {
		const scene = new Scene("two of four", () => ({}));
		before(scene.start);
		after(scene.end);

		it("are killed: finality stops, and goes on when one of them is back", scene.step(async (t) => {
			const { cluster } = scene;
			const [alice, charlie, dave] = [scene.node("Alice"), scene.node("Charlie"), scene.node("Dave")];
			await Promise.all([charlie.end(), dave.end()]);

			// The votes of both may have been on their way still; after two blocks none of them is.
			const begin = (await alice.best()) ?? 0;
			const reached = (height: number) => async () => ((await alice.best()) ?? 0) >= height;
			await cluster.until(reached(begin + 2), { within: 60_000, what: "two blocks by two authors" });
			const last = await cluster.height(alice);
			await cluster.until(reached(begin + 6), { within: 90_000, what: "four more" });
			assert.equal(await cluster.height(alice), last, "two of four have finalised");
			assert.equal(await cluster.height(scene.node("Bob")), last, "two of four have finalised");
			scene.tell(t, "blocks added while two were down, none final", begin + 6 - last, "blocks");

			const since = performance.now();
			charlie.start();
			await cluster.until(async () => (await cluster.height(alice)) > last, {
				within: 120_000,
				what: "finality goes on",
				every: 100,
			});
			const resumed = (performance.now() - since) / 1000;
			scene.tell(t, "finality after the third is back", resumed, "s", { most: 30 });

			dave.start();
			const seconds = await cluster.takesPart(dave, alice);
			scene.tell(t, "the fourth back and voting after", seconds, "s", { most: 20 });
		}));

		it("and nothing is lost", scene.step((t) => scene.intact(t)));
	});
};
