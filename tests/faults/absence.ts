import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { finalEvent, validatorsAre } from "../lib/blocks.ts";
import { four } from "../lib/cluster.ts";
import { Refused, submit, view } from "../lib/chain.ts";
import { Scene } from "../lib/scene.ts";

/** Long enough that every validator has slots enough to be judged by. */
const SESSION = 20;

export const absence = (): void => {
	describe("an absent validator", () => {
		const scene = new Scene("absence", () => ({ tolerance: 0.5, sessionLength: SESSION }));
		const accounts = (...names: string[]) => names.map((name) => scene.node(name).account);
		before(scene.start);
		after(scene.end);

		it("is set aside", scene.step(async (t) => {
			const { cluster } = scene;
			const [alice, dave] = [scene.node("Alice"), scene.node("Dave")];
			const api = await scene.client();
			const from = await cluster.height(alice);
			const since = performance.now();
			await dave.end();
			const { data } = await finalEvent(
				cluster,
				api,
				from,
				{
					section: "attendance",
					method: "ValidatorSetAside",
					where: ({ account }) => String(account) === dave.account,
				},
				240_000,
			);
			scene.tell(t, "set aside after", (performance.now() - since) / 1000, "s");
			t.diagnostic(`in session ${data.session} it authored ${data.authored} and missed ${data.missed}`);
			const others = four.filter((name) => name !== "Dave");
			await validatorsAre(cluster, api, accounts(...others), 240_000);
			scene.tell(t, "not waited for any more after", (performance.now() - since) / 1000, "s");
			const absent = (await view(api, "Attendance", "absent")).toHuman() as [string, unknown][];
			assert.deepEqual(absent.map(([account]) => account), [dave.account]);
		}));

		it("returns by its own call", scene.step(async (t) => {
			const { cluster } = scene;
			const [alice, dave] = [scene.node("Alice"), scene.node("Dave")];
			const api = await scene.client();
			dave.start();
			const goal = await cluster.height(alice);
			await cluster.until(async () => ((await dave.final())?.height ?? 0) >= goal, {
				within: 60_000,
				what: "Dave has caught up",
			});
			const call = api.tx.attendance.returnToService!();
			await assert.rejects(submit(api, call, scene.account("Bob")), new Refused("attendance.NotSetAside"));
			const since = performance.now();
			await submit(api, call, scene.account("Dave"));
			await validatorsAre(cluster, api, accounts(...four), 240_000);
			const seconds = await cluster.takesPart(dave, alice);
			scene.tell(t, "validates again after its call", (performance.now() - since) / 1000, "s");
			t.diagnostic(`it voted ${seconds.toFixed(1)} s after it was in the set`);
		}));

		it("and nothing is lost", scene.step((t) => scene.intact(t)));
	});
};
