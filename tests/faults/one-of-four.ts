import { after, before, describe, it } from "node:test";
import { noNamespaces } from "../lib/namespace.ts";
import { Scene, type Teller } from "../lib/scene.ts";
import { sleep } from "../lib/until.ts";
import { quick } from "./chosen.ts";

/** How long the victim is away, in milliseconds. */
const AWAY = 10_000;

export const oneOfFour = (): void => {
	describe("one of four validators", () => {
		const uncut = noNamespaces();
		const scene = new Scene("one of four", () => ({
			node: (name) => ({ cuttable: name === "Dave" && !uncut }),
		}));
		before(scene.start);
		after(scene.end);

		/** Takes Dave away and brings it back, and sees that the others go on and that it joins them. */
		async function disturb(
			t: Teller,
			how: string,
			away: () => void | Promise<void>,
			back: () => void | Promise<void>,
		): Promise<void> {
			const [witness, victim] = [scene.node("Alice"), scene.node("Dave")];
			const height = await scene.cluster.height(witness);
			const records = scene.records;
			const since = performance.now();
			await away();
			await scene.cluster.more(witness, 3);
			await back();
			const seconds = await scene.cluster.takesPart(victim, witness);

			scene.tell(t, `${how}: back and voting after`, seconds, "s", { most: 20 });
			const { seconds: longest, blocks } = scene.watch.pause(witness, since);
			scene.tell(t, `${how}: longest time without finality`, longest, "s", { most: 10 });
			scene.tell(t, `${how}: most blocks without finality`, blocks, "blocks", { most: 5 });
			const more = (await scene.cluster.height(witness)) - height;
			t.diagnostic(`${how}: ${more} blocks became final, with ${scene.records - records} records`);
		}

		it("is killed", scene.step(async (t) => {
			const dave = scene.node("Dave");
			await disturb(t, "killed", () => dave.end("SIGKILL"), () => dave.start());
		}));

		it("is paused for ten seconds", scene.step(async (t) => {
			const dave = scene.node("Dave");
			const away = async (): Promise<void> => {
				dave.pause();
				await sleep(AWAY);
			};
			await disturb(t, "paused", away, () => dave.resume());
		}));

		it("is cut off for ten seconds", { skip: quick || uncut }, scene.step(async (t) => {
			const dave = scene.node("Dave");
			let before = 0;
			const away = async (): Promise<void> => {
				dave.cut();
				before = await scene.cluster.height(dave);
				await sleep(AWAY);
			};
			const back = async (): Promise<void> => {
				// It runs and answers, and hears of nothing: a vote or two may have been there already.
				const alone = (await scene.cluster.height(dave)) - before;
				if (alone > 2) throw new Error(`cut off, Dave finalised ${alone} blocks`);
				dave.mend();
			};
			await disturb(t, "cut off", away, back);
		}));

		it("is restarted", { skip: quick }, scene.step(async (t) => {
			const dave = scene.node("Dave");
			await disturb(t, "restarted", () => dave.end("SIGTERM"), () => dave.start());
		}));

		it("and nothing is lost", scene.step((t) => scene.intact(t)));
	});
};
