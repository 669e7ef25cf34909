import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import type { Codec } from "@polkadot/types/types";
import { u8aToHex } from "@polkadot/util";
import { encodeAddress } from "@polkadot/util-crypto";
import { authors, validatorsAre } from "../lib/blocks.ts";
import { ask, submit, view } from "../lib/chain.ts";
import { type ClusterNode, four } from "../lib/cluster.ts";
import { carry } from "../lib/council.ts";
import { type SessionKeys, grandpaOf, sessionKeys } from "../lib/keys.ts";
import { applicant, sponsored } from "../lib/membership.ts";
import { Scene } from "../lib/scene.ts";

/** Those who join, and whether their node makes its keys itself. */
const joining = [
	{ name: "Eve", ownKeys: false },
	{ name: "Ferdie", ownKeys: true },
	{ name: "One", ownKeys: true },
];

/** Lets a node make session keys and prove that they belong to the account. */
const newKeys = (node: ClusterNode, { publicKey }: KeyringPair): Promise<SessionKeys> =>
	ask(node.http, "author_rotateKeysWithOwner", u8aToHex(publicKey));

export const fourSevenFour = (): void => {
	describe("four validators", () => {
		const scene: Scene = new Scene("four, seven, four", () => ({ endowed: [scene.account("One").address] }));
		// Alice submits the records, so the others vote.
		const voters = (...names: string[]) => names.map((name) => scene.account(name));
		let api: ApiPromise;
		before(scene.start);
		after(scene.end);

		it("become seven by votes", scene.step(async (t) => {
			const { cluster } = scene;
			api = await scene.client();
			const alice = scene.node("Alice");
			const since = performance.now();
			const added = await Promise.all(
				joining.map(async ({ name, ownKeys }) => {
					const node = await cluster.add(name, { ownKeys, unsafe: ownKeys });
					scene.watch.add(node);
					node.start();
					return node;
				}),
			);

			const inFavour = ["Bob", "Charlie", "Dave"];
			for (const { name } of joining) {
				const account = scene.account(name);
				const who = applicant(account, name, "Validator");
				const admission = await sponsored(api, who, scene.account("Bob"));
				await carry(api, admission, voters(...inFavour));
				// Who is in votes on who comes next: four of five, and four of six.
				if (inFavour.length < 4) inFavour.push(name);
			}

			// As an operator does it: the node has caught up, makes keys, and proves that they are its own.
			await Promise.all(
				added.map(async (node, i) => {
					const goal = await cluster.height(alice);
					await cluster.until(async () => ((await node.final())?.height ?? 0) >= goal, {
						within: 60_000,
						what: `${node.name} has caught up`,
					});
					const account = scene.account(node.name);
					const { keys, proof } = joining[i]!.ownKeys
						? await newKeys(node, account)
						: sessionKeys(node.name, account.address);
					node.grandpa = grandpaOf({ keys });
					await submit(api, api.tx.session.setKeys(keys, proof), account);
				}),
			);
			assert.equal(((await view(api, "Consortium", "validators")).toHuman() as string[]).length, 7);

			const seven = [...four, ...joining.map(({ name }) => name)].map((name) => scene.node(name).account);
			await validatorsAre(cluster, api, seven, 180_000);
			scene.tell(t, "seven validators after", (performance.now() - since) / 1000, "s");
			await Promise.all(added.map((node) => cluster.takesPart(node, alice)));

			// Two rounds of slots: all seven author.
			const from = await cluster.height(alice);
			const end = await cluster.more(alice, 14);
			assert.equal((await authors(api, from, end)).size, 7, "not all of the seven author");
			const { blocks, seconds } = scene.watch.pause(alice, since);
			scene.tell(t, "to seven: most blocks without finality", blocks, "blocks", { most: 5 });
			scene.tell(t, "to seven: longest time without finality", seconds, "s");
		}));

		it("and one of them rotates its keys without a break", scene.step(async (t) => {
			const { cluster } = scene;
			const [alice, ferdie] = [scene.node("Alice"), scene.node("Ferdie")];
			const since = performance.now();
			const keys = await newKeys(ferdie, scene.account("Ferdie"));
			await submit(api, api.tx.session.setKeys(keys.keys, keys.proof), scene.account("Ferdie"));
			const key = grandpaOf(keys);
			await cluster.until(
				async () => {
					const at = await api.at(await api.rpc.chain.getFinalizedHead());
					const all = (await at.query.grandpa.authorities()) as unknown as [Codec, Codec][];
					return all.some(([id]) => encodeAddress(id.toU8a(), 42) === key);
				},
				{ within: 180_000, what: "the new keys are in force in a final block" },
			);
			ferdie.grandpa = key;
			await cluster.takesPart(ferdie, alice);
			const end = await cluster.more(alice, 8);
			assert.ok((await authors(api, end - 8, end)).has(ferdie.account), "Ferdie does not author");
			scene.tell(t, "new keys in force after", (performance.now() - since) / 1000, "s");
			const { blocks } = scene.watch.pause(alice, since);
			scene.tell(t, "rotation: most blocks without finality", blocks, "blocks", { most: 5 });
		}));

		it("and four again", scene.step(async (t) => {
			const { cluster } = scene;
			const alice = scene.node("Alice");
			const since = performance.now();
			const remove = (name: string) => api.tx.consortium.removeMember!(scene.account(name).address);
			await carry(api, remove("One"), voters("Bob", "Charlie", "Dave", "Eve", "Ferdie"));
			const both = api.tx.utility.batchAll([remove("Ferdie"), remove("Eve")]);
			await carry(api, both, voters("Bob", "Charlie", "Dave", "Eve"));

			await validatorsAre(cluster, api, four.map((name) => scene.node(name).account), 180_000);
			scene.tell(t, "four validators after", (performance.now() - since) / 1000, "s");
			await cluster.more(alice, 5);
			const { blocks, seconds } = scene.watch.pause(alice, since);
			scene.tell(t, "to four: most blocks without finality", blocks, "blocks", { most: 5 });
			scene.tell(t, "to four: longest time without finality", seconds, "s");
		}));

		it("and nothing is lost", scene.step((t) => scene.intact(t)));
	});
};
