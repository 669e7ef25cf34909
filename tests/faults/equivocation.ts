import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { authors, eventsIn, finalEvent, validatorsAre } from "../lib/blocks.ts";
import { view } from "../lib/chain.ts";
import { binaries } from "../lib/network.ts";
import { Scene } from "../lib/scene.ts";
import { quick } from "./chosen.ts";

/** A build of the node that can break the rules of consensus; scripts/faults makes it. */
const byzantine = join(binaries, "hanse-node-byzantine");

/** Tests of a validator that says two things at once, in its blocks or in its votes. */
const equivocation = (misbehaviour: "authoring" | "voting", fault: string): void => {
	const skip = !existsSync(byzantine) && `there is no ${byzantine}: scripts/faults builds it`;
	describe(`an ${fault}`, { skip }, () => {
		const scene = new Scene(fault, () => ({}));
		before(scene.start);
		after(scene.end);

		it("is reported, disabled, suspended, and to be removed", scene.step(async (t) => {
			const { cluster } = scene;
			const [alice, dave] = [scene.node("Alice"), scene.node("Dave")];
			const api = await scene.client();
			await dave.end("SIGTERM");
			dave.options = { program: byzantine, args: ["--misbehave", misbehaviour] };
			const from = await cluster.height(alice);
			const since = performance.now();
			dave.start();

			const isDave = (account: unknown): boolean => String(account) === dave.account;
			const reported = await finalEvent(cluster, api, from, {
				section: "consortium",
				method: "MisbehaviourReported",
				where: ({ account }) => isDave(account),
			}, 120_000);
			const seconds = (performance.now() - since) / 1000;
			scene.tell(t, "reported in a final block after", seconds, "s", { most: 60 });

			// All of it in the block of the report.
			const then = await api.at(reported.hash);
			const order = ((await then.query.session.validators()).toHuman() as string[]).indexOf(dave.account);
			const disabled = (await then.query.session.disabledValidators()).toJSON() as [number, unknown][];
			assert.ok(order >= 0 && disabled.some(([index]) => index === order), "Dave is not disabled");
			const [suspended] = await eventsIn(api, reported.height, {
				section: "consortium",
				method: "MemberSuspended",
				where: ({ account }) => isDave(account),
			});
			assert.equal(suspended?.data.suspension.cause.type, "Misbehaviour");
			const [proposed] = await eventsIn(api, reported.height, {
				section: "consortium",
				method: "RemovalProposed",
				where: ({ account }) => isDave(account),
			});
			assert.ok(proposed, "no motion to remove Dave was started");
			const [rewarded] = await eventsIn(api, reported.height, {
				section: "consortium",
				method: "ReporterRewarded",
				where: ({ offender }) => isDave(offender),
			});
			assert.ok(rewarded && !isDave(rewarded.data.reporter), "nobody was rewarded");
			assert.ok(BigInt(rewarded.data.amount.toString()) > 0n);

			assert.notEqual((await view(api, "Consortium", "suspension", dave.account)).toHuman(), null);
			const motions = (await api.query.council.proposals()) as unknown as { toHex(): string }[];
			const calls = await Promise.all(
				motions.map(async (hash) => (await api.query.council.proposalOf(hash)).toHuman() as any),
			);
			assert.ok(
				calls.some((call) => call?.method === "removeMember" && isDave(call.args.account)),
				`no motion to remove Dave is open: ${JSON.stringify(calls)}`,
			);

			// Finality goes on, and nothing of Dave's is built upon any more.
			const end = await cluster.more(alice, 8);
			assert.ok(!(await authors(api, reported.height, end)).has(dave.account), "Dave still authors");
			const { seconds: longest } = scene.watch.pause(alice, since);
			scene.tell(t, "longest time without finality", longest, "s", { most: 15 });
		}));

		it("is no validator two sessions later", { skip: quick }, scene.step(async () => {
			const others = ["Alice", "Bob", "Charlie"].map((name) => scene.node(name).account);
			await validatorsAre(scene.cluster, await scene.client(), others, 120_000);
			await scene.cluster.more(scene.node("Alice"), 5);
		}));

		it("has forked nothing", scene.step(async (t) => {
			// What it holds for final itself is its own business.
			await scene.node("Dave").end();
			await scene.intact(t);
		}));
	});
};

export const equivocatingAuthor = (): void => equivocation("authoring", "equivocating author");
export const equivocatingVoter = (): void => equivocation("voting", "equivocating voter");
