import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { KeyringPair } from "@polkadot/keyring/types";
import { u8aConcat, u8aToHex } from "@polkadot/util";
import { blake2AsHex, encodeAddress } from "@polkadot/util-crypto";
import {
	type Call,
	type Done,
	Refused,
	type RpcError,
	ask,
	eventOf,
	inFull,
	refusals,
	submit,
	view,
} from "../lib/chain.ts";
import { carry } from "../lib/council.ts";
import { type Mode, type SubmittedRecord, record, recordPayload, submitBatch } from "../lib/credit.ts";
import { temporary } from "../lib/network.ts";
import {
	type Contest,
	type ProofDocument,
	type Status,
	canRecord,
	done,
	finalProofOf,
	nextSequence,
	proofOf,
	records,
	scoreAt,
	startRecords,
} from "../lib/records.ts";
import { signed as signedBy, signedByWallet } from "../lib/trade.ts";
import { inTime, until } from "../lib/until.ts";
import { account, api, network } from "./shared.ts";

const DAY = 86_400;
const UNIT = 1_000_000_000_000n;
const HASH = `0x${"5e".repeat(32)}`;

export const creditRecords = (): void => {
	const skip = !canRecord() && "hanse-records is not built";
	describe("credit records", { skip }, () => {
		const folder = temporary();
		let alice: KeyringPair;
		let bob: KeyringPair;
		let charlie: KeyringPair;
		let dave: KeyringPair;
		let eve: KeyringPair;
		let ferdie: KeyringPair;
		let node: { http: string; ws: string };

		before(async () => {
			[alice, bob, charlie] = [account("Alice"), account("Bob"), account("Charlie")];
			[dave, eve, ferdie] = [account("Dave"), account("Eve"), account("Ferdie")];
			node = network.nodes[0]!;
			// The present begins: quotas, deadlines and the clock of the block.
			const { creditRecords, consortium } = api.tx as any;
			const arbitrators = [bob, charlie, dave].map(({ address }) => consortium.grantRole(address, "Arbitrator"));
			await decided(
				...((await view(api, "CreditRecords", "importing")).toJSON() ? [creditRecords.endImport()] : []),
				...arbitrators,
			);
			for (const member of [alice, charlie]) {
				await submit(api, creditRecords.registerSources([member.address]), member);
			}
		});
		after(() => rmSync(folder, { recursive: true, force: true }));

		/** Lets the members do something together. */
		async function decided(...calls: Call[]): Promise<void> {
			await carry(api, api.tx.utility.batchAll(calls), [alice, bob, charlie]);
		}

		/** What a member says about somebody, in its own name. */
		const by = (member: KeyringPair, subject: KeyringPair, more: object = {}): SubmittedRecord =>
			record(member.address, subject.address, more);

		/** Submits records, and gives the number of the first. */
		async function submitted(
			provider: KeyringPair,
			batch: SubmittedRecord[],
			mode: Mode = "AllOrNothing",
		): Promise<{ first: number; done: Done; applied: any }> {
			const first = await nextSequence(api, provider.address);
			const done = await submit(api, submitBatch(api, first, batch, mode), provider);
			const applied = eventOf(done, "creditRecords", "RecordsApplied");
			assert.equal(applied.first.toNumber(), first);
			return { first, done, applied };
		}

		const free = async ({ address }: KeyringPair): Promise<bigint> =>
			BigInt(((await api.query.system.account(address)) as any).data.free.toString());

		const bondOf = async (provider: KeyringPair, category: string): Promise<bigint> => {
			const bond = (await view(api, "CreditRecords", "bond", provider.address, category)) as any;
			return bond.isSome ? BigInt(bond.unwrap().amount.toString()) : 0n;
		};

		const status = (provider: KeyringPair, sequence: number): Promise<Status> =>
			ask<Status>(node.http, "credit_recordStatus", provider.address, sequence, "best");

		const contest = (provider: KeyringPair, sequence: number): Promise<Contest> =>
			ask<Contest>(node.http, "credit_objection", provider.address, sequence, "best");

		const code = (expected: number) => (error: RpcError) => error.code === expected;

		const now = (): number => Math.floor(Date.now() / 1000);

		/** Writes a proof to a file, and says where. */
		function written(name: string, document: ProofDocument): string {
			const file = join(folder, `${name}.json`);
			writeFileSync(file, JSON.stringify(document));
			return file;
		}

		const signed = (name: string): string[] => ["--node", node.ws, "--key-uri", `//${name}`];

		describe("in batches", () => {
			let first: number;

			it("are recorded without a fee, and a retry is recognised", async () => {
				const before = await free(alice);
				const batch = Array.from({ length: 5 }, () => by(alice, eve));
				const { first: number, done, applied } = await submitted(alice, batch);
				assert.deepEqual([applied.risks.length, applied.refused.length], [5, 0]);
				assert.equal(await free(alice), before, "evidence in quota costs nothing");

				const again = await submit(api, submitBatch(api, number, batch), alice);
				assert.equal(eventOf(again, "creditRecords", "AlreadyRecorded").next.toNumber(), number + 5);
				assert.equal(await nextSequence(api, alice.address), number + 5);
				const paid = ({ event }: Done["events"][0]): boolean => event.method === "TransactionFeePaid";
				assert.ok(!done.events.some(paid));
				assert.ok(again.events.some(paid), "saying it again is not evidence");
			});

			it("each for itself: what is refused is told, and the others count", async () => {
				const batch = [
					by(alice, eve),
					by(alice, eve, { outcome: 9_950 }),
					by(alice, eve, { reference: new Uint8Array(16) }),
					by(alice, eve),
				];
				const next = await nextSequence(api, alice.address);
				await assert.rejects(
					submit(api, submitBatch(api, next, batch), alice),
					new Refused("creditRecords.RecordRefused"),
				);
				assert.equal(await nextSequence(api, alice.address), next);

				const { first: number, applied } = await submitted(alice, batch, "EachForItself");
				first = number;
				assert.equal(applied.risks.length, 2);
				assert.deepEqual(applied.refused.toHuman(), [
					{ index: "1", cause: "OutcomeOffScale" },
					{ index: "2", cause: "ReferenceMissing" },
				]);
				assert.equal(await nextSequence(api, alice.address), number + 4);
			});

			it("say how far each of them has come", async () => {
				const { stage, level, raised, deadline, objection, decision } = await status(alice, first + 3);
				assert.deepEqual([stage, level, raised], ["private", "confirmed", false]);
				assert.deepEqual([objection, decision], [null, null]);
				assert.ok(Math.abs(deadline! - now() - 90 * DAY) < 2 * DAY, `settled at ${deadline}`);
				assert.equal((await status(alice, first + 1)).stage, "refused");

				const next = await nextSequence(api, alice.address);
				await assert.rejects(status(alice, next), code(9107));
				await assert.rejects(proofOf(node, alice.address, first + 2), code(9108));
				await assert.rejects(contest(alice, next), code(9107));
			});

			it("are proved by every node, with the same proof", async () => {
				const document = await finalProofOf(node, alice.address, first + 3);
				assert.equal(document.format, "hanse-record-proof/1");
				assert.equal(document.chain, api.genesisHash.toHex());
				assert.deepEqual([document.sequence, document.index, document.leaves], [first + 3, 1, 2]);
				assert.equal(document.record.subject, eve.address);
				for (const other of network.nodes.slice(1)) {
					assert.deepEqual(await finalProofOf(other, alice.address, first + 3), document);
				}
				const batch = (await view(api, "CreditRecords", "batch", alice.address, document.batch)) as any;
				assert.equal(batch.unwrap().root.toHex(), document.root);
				const told = await done("status", alice.address, `${first}`, "--node", node.ws);
				assert.match(told, /level confirmed\n  private/);
			});

			it("whose proofs hold offline and on the chain, and not when altered", async () => {
				const file = join(folder, "proof.json");
				await done("prove", alice.address, `${first}`, "--out", file, "--node", node.ws);
				assert.match(await done("verify", file), /Whether the chain has that root/);
				assert.match(await done("verify", file, "--node", node.ws), /it was recorded/);

				const document = JSON.parse(readFileSync(file, "utf8")) as ProofDocument;
				const alterations: [string, ProofDocument][] = [
					["record", { ...document, record: { ...document.record, outcome: 0 } }],
					["counted", { ...document, counted: { ...document.counted, weight: 1 } }],
					["checksum", { ...document, root: HASH }],
					["checksum", { ...document, leaves: document.leaves + 1 }],
					["sequence", { ...document, sequence: document.sequence + 1 }],
				];
				for (const [field, altered] of alterations) {
					const { code, output } = await records("verify", written("altered", altered));
					assert.equal(code, 6, output);
					assert.match(output, new RegExp(`\`${field}\``));
				}
				const other = written("no-proof", { ...document, format: "something else" });
				assert.equal((await records("verify", other)).code, 6);
				assert.equal((await records("verify", join(folder, "nowhere.json"))).code, 1);
			});

			it("have to look as the schemas say", async () => {
				const { schemas } = await ask<{ schemas: any[] }>(node.http, "credit_schemas");
				const orders = schemas.find(({ indicator }) => indicator === "orderCompleted");
				assert.deepEqual([orders.category, orders.step, orders.reference], ["transaction", 100, "required"]);
				assert.equal(schemas.length, 18);
				assert.match(await done("schemas", "paidOnTime", "--node", node.ws), /steps of 100/);
			});
		});

		describe("that their subjects have signed", () => {
			/** Whose word the platform submits, and whom it is about; neither holds any tokens. */
			let supplier: KeyringPair;
			let buyer: KeyringPair;
			/** What the buyer confirmed. */
			let agreed: SubmittedRecord;
			/** The number under which it is recorded. */
			let first: number;

			before(async () => {
				[supplier, buyer] = [account("Papiermuehle"), account("Druckerei")];
				await submit(api, api.tx.creditRecords.registerSources([supplier.address]), alice);
			});

			/** That an invoice was paid in time, which both sides know. */
			const invoice = (more: object = {}): SubmittedRecord =>
				record(supplier.address, buyer.address, { indicator: "PaidOnTime", ...more });

			const genesis = (): Uint8Array => api.genesisHash.toU8a();

			/** What the buyer signs. */
			const payload = (of: SubmittedRecord): Uint8Array => recordPayload(genesis(), of);

			/** A signature for the record in a place of the submission. */
			const confirmation = (index: number, signature: object, signer = buyer) => ({
				index,
				signer: signer.address,
				signature,
			});

			const submitConfirmed = (
				number: number,
				batch: SubmittedRecord[],
				signatures: object[],
				mode: Mode = "AllOrNothing",
			): Call => api.tx.creditRecords.submitConfirmed(number, mode, batch, signatures);

			/** Sees why calls are refused; no number is used up by them. */
			async function refused(provider: KeyringPair, expected: [Call, string][]): Promise<void> {
				const next = await nextSequence(api, provider.address);
				const errors = await refusals(api, expected.map(([call]) => call), provider);
				assert.deepEqual(
					errors.map((error) => inFull(api, error)),
					expected.map(([, cause]) => `creditRecords.RecordRefused(0, ${cause})`),
				);
				assert.equal(await nextSequence(api, provider.address), next);
			}

			it("are signed the same by hand, by the metadata and in the documentation", () => {
				const [source, subject] = [1, 2].map((byte) => encodeAddress(new Uint8Array(32).fill(byte), 42));
				const example = record(source!, subject!, {
					indicator: "PaidOnTime",
					at: 5,
					reference: new Uint8Array(16).fill(3),
					commitment: new Uint8Array(32).fill(4),
				});
				const bytes = recordPayload(new Uint8Array(32).fill(9), example);
				assert.equal(bytes.length, 170);
				assert.equal(
					blake2AsHex(bytes),
					"0x412bedb10b6a529e81b21b16def5542d9fab8204a2e97f9f0824e8f907a030d6",
				);
				// The same parts as in a record, in another order, without its level and its amount.
				const type = api.tx.creditRecords.submitRecord.meta.args[1]!.type.toString();
				const whole = api.createType(type, example).toU8a();
				const [said, at, reference, commitment] = [
					whole.slice(0, 67),
					whole.slice(69, 77),
					whole.slice(77, 93),
					whole.slice(93),
				];
				assert.deepEqual(bytes.slice(15 + 32), u8aConcat(said, reference, at, commitment));
			});

			it("count as confirmed, and more than the word of one side, without a fee", async () => {
				agreed = invoice();
				first = await nextSequence(api, alice.address);
				const batch = [agreed, invoice({ level: "Counterparty" })];
				const signature = signedBy(buyer, payload(agreed));
				const money = await free(alice);
				const done = await submit(api, submitConfirmed(first, batch, [confirmation(0, signature)]), alice);
				const applied = eventOf(done, "creditRecords", "RecordsApplied");
				assert.deepEqual([applied.first.toNumber(), applied.risks.length], [first, 2]);
				assert.equal(await free(alice), money);

				const [both, one] = [await status(alice, first), await status(alice, first + 1)];
				assert.deepEqual([both.level, both.raised], ["confirmed", false]);
				assert.deepEqual([one.level, one.raised], ["counterparty", false]);
				const weight = async (sequence: number): Promise<number> =>
					(await proofOf(node, alice.address, sequence)).counted.weight;
				assert.ok((await weight(first)) > (await weight(first + 1)));
			});

			it("also as browser wallets sign, and beside one whose signature is wrong", async () => {
				const batch = [invoice(), invoice()];
				const [good, bad] = batch.map(payload) as [Uint8Array, Uint8Array];
				const signatures = [
					confirmation(0, signedByWallet(buyer, good)),
					confirmation(1, signedByWallet(supplier, bad)),
				];
				const number = await nextSequence(api, alice.address);
				const done = await submit(api, submitConfirmed(number, batch, signatures, "EachForItself"), alice);
				const applied = eventOf(done, "creditRecords", "RecordsApplied");
				assert.deepEqual(applied.refused.toHuman(), [{ index: "1", cause: "WrongConfirmation" }]);
				assert.equal((await status(alice, number)).level, "confirmed");
				assert.equal((await status(alice, number + 1)).stage, "refused");
			});

			it("by their subject, over these very words, for this chain, and each in its place", async () => {
				const claimed = invoice();
				const number = await nextSequence(api, alice.address);
				const alone = (...signatures: object[]): Call => submitConfirmed(number, [claimed], signatures);
				const over = (more: object): Call =>
					alone(confirmation(0, signedBy(buyer, payload({ ...claimed, ...more }))));
				const elsewhere = recordPayload(new Uint8Array(32).fill(1), claimed);
				const good = signedBy(buyer, payload(claimed));
				await refused(alice, [
					[alone(confirmation(0, signedBy(eve, payload(claimed)))), "WrongConfirmation"],
					[alone(confirmation(0, signedBy(eve, payload(claimed)), eve)), "WrongConfirmation"],
					[alone(confirmation(0, signedBy(buyer, elsewhere))), "WrongConfirmation"],
					[over({ outcome: 0 }), "WrongConfirmation"],
					[over({ at: claimed.at - 1 }), "WrongConfirmation"],
					[over({ source: alice.address }), "WrongConfirmation"],
					[over({ reference: new Uint8Array(16).fill(1) }), "WrongConfirmation"],
					[over({ commitment: new Uint8Array(32) }), "WrongConfirmation"],
					[alone(), "LevelNotEarned"],
					[alone(confirmation(1, good)), "LevelNotEarned"],
				]);
				const wrong = alone(confirmation(0, signedBy(eve, payload(claimed))));
				await assert.rejects(submit(api, wrong, alice), new Refused("creditRecords.RecordRefused"));
				assert.equal(await nextSequence(api, alice.address), number);
			});

			it("once: neither under another number nor by another provider", async () => {
				const signatures = [confirmation(0, signedBy(buyer, payload(agreed)))];
				const again = await submit(api, submitConfirmed(first, [agreed], signatures), alice);
				const next = await nextSequence(api, alice.address);
				assert.equal(eventOf(again, "creditRecords", "AlreadyRecorded").next.toNumber(), next);

				const others = await nextSequence(api, bob.address);
				await Promise.all([
					refused(alice, [[submitConfirmed(next, [agreed], signatures), "ToldBefore"]]),
					refused(bob, [[submitConfirmed(others, [agreed], signatures), "SourceOfAnother"]]),
				]);
			});
		});

		describe("under objection", () => {
			it("do not count from its block on, and are out when their provider takes them back", async () => {
				const moment = now() + DAY;
				const before = await scoreAt(api, eve.address, moment);
				const { first } = await submitted(alice, [by(alice, eve, { outcome: 0 })]);
				const counted = await scoreAt(api, eve.address, moment);
				assert.notDeepEqual(counted, before);

				const document = await proofOf(node, alice.address, first);
				const money = await free(eve);
				const opened = await submit(api, (api.tx as any).creditRecords.object(document.proof, "NeverHappened", HASH), eve);
				const event = eventOf(opened, "creditRecords", "ObjectionOpened");
				assert.deepEqual([event.sequence.toNumber(), event.stake.isNone], [first, true]);
				assert.equal(await free(eve), money, "a subject pays nothing to contest");
				assert.deepEqual(await scoreAt(api, eve.address, moment), before, "suspended at once");

				const { stage, objection } = await status(alice, first);
				assert.equal(stage, "disputed");
				assert.deepEqual([objection!.waitsFor, objection!.default], ["answer", "unanswered"]);
				assert.deepEqual([objection!.reason, objection!.free], ["neverHappened", true]);
				assert.ok(Math.abs(objection!.deadline - now() - 20 * DAY) < DAY);
				const rights = await ask<{ open: number; free: number }>(node.http, "credit_objectionRights", eve.address, "best");
				assert.deepEqual([rights.open, rights.free], [1, 2]);

				const file = written("withdrawn", document);
				assert.match(await done("withdraw", file, ...signed("Alice")), /does not count any more/);
				const over = await contest(alice, first);
				assert.deepEqual([over.objection, over.decision?.resolution, over.decision?.removed], [null, "recordWithdrawn", true]);
				assert.equal((await status(alice, first)).stage, "removed");
				assert.deepEqual(await scoreAt(api, eve.address, moment), before);
			});

			it("count exactly as before when reviewers find for them", async () => {
				const moment = now() + DAY;
				const { first } = await submitted(alice, [by(alice, eve, { outcome: 0 })]);
				const counted = await scoreAt(api, eve.address, moment);
				const file = written("dismissed", await finalProofOf(node, alice.address, first));
				const objected = await done(
					...["object", file, "--reason", "inaccurate", "--statement-hash", HASH, ...signed("Eve")],
				);
				assert.match(objected, /the record does not count/);
				assert.notDeepEqual(await scoreAt(api, eve.address, moment), counted);

				// It can be contested once, answered by nobody else, and not judged before it is answered.
				const review = (name: string, verdict: string) =>
					records("review", alice.address, `${first}`, verdict, ...signed(name));
				const twice = await records("object", file, "--reason", "unlawful", "--statement-hash", HASH, ...signed("Eve"));
				assert.equal(twice.code, 3, twice.output);
				assert.match(twice.output, /RecordDisputed/);
				assert.match((await review("Bob", "upheld")).output, /NotAnswered/);
				assert.match(
					(await records("answer", `${first}`, "--statement-hash", HASH, ...signed("Bob"))).output,
					/NoObjection/,
				);

				await done("answer", `${first}`, "--statement-hash", HASH, ...signed("Alice"));
				const { objection } = await contest(alice, first);
				assert.deepEqual([objection!.waitsFor, objection!.default, objection!.majority], ["review", "undecided", 2]);
				assert.ok(Math.abs(objection!.deadline - now() - 10 * DAY) < DAY);

				assert.equal((await review("Bob", "dismissed")).code, 0);
				assert.match((await review("Bob", "upheld")).output, /AlreadyReviewed/);
				assert.match((await review("Eve", "upheld")).output, /NotReviewer/);
				assert.deepEqual((await contest(alice, first)).objection!.votes, { upheld: 0, dismissed: 1, frivolous: 0 });
				const last = await review("Charlie", "dismissed");
				assert.match(last.output, /found for the record/);

				const over = await contest(alice, first);
				assert.deepEqual([over.objection, over.decision?.resolution], [null, "dismissed"]);
				assert.equal((await status(alice, first)).stage, "private");
				assert.deepEqual(await scoreAt(api, eve.address, moment), counted, "exactly as before");
			});
		});

		describe("that contradict each other", () => {
			it("cost their provider half of its bond, and pay who shows it", async () => {
				const reference = new Uint8Array(16).fill(9);
				const shipped = (more: object) => by(charlie, ferdie, { indicator: "ShippedOnTime", ...more });
				// The chain remembers the last 64 things about a subject; what lies further back slips through.
				const between = Array.from({ length: 64 }, () => shipped({}));
				const batch = [shipped({ reference }), ...between, shipped({ reference, outcome: 0 })];
				const { first } = await submitted(charlie, batch);
				const last = first + batch.length - 1;
				const soon = await nextSequence(api, charlie.address);
				await assert.rejects(
					submit(api, submitBatch(api, soon, [shipped({ reference })]), charlie),
					new Refused("creditRecords.RecordRefused"),
				);

				const one = written("one", await finalProofOf(node, charlie.address, first));
				const other = written("other", await finalProofOf(node, charlie.address, last));
				const third = written("third", await finalProofOf(node, charlie.address, first + 1));
				const none = await records("contradict", one, third, ...signed("Eve"));
				assert.equal(none.code, 1);
				assert.match(none.output, /different orders/);

				const bond = await bondOf(charlie, "Shipping");
				const money = await free(eve);
				const told = await done("contradict", one, other, ...signed("Eve"));
				assert.match(told, /both records are out/);
				assert.equal(await bondOf(charlie, "Shipping"), bond - bond / 2n);
				const reward = bond / 2n / 2n;
				const gained = (await free(eve)) - money;
				assert.ok(gained > reward - UNIT && gained <= reward, `${gained} of ${reward}`);
				for (const sequence of [first, last]) {
					const { stage, decision } = await status(charlie, sequence);
					assert.deepEqual([stage, decision?.resolution], ["removed", "contradicted"]);
				}
			});
		});

		describe("of a provider that is new to a category", () => {
			it("take a bond, and count in full from then on", async () => {
				await decided((api.tx as any).consortium.grantRole(bob.address, "BehaviourProvider"));
				await submit(api, api.tx.creditRecords.registerSources([bob.address]), bob);
				const rating = (more: object = {}) =>
					by(bob, ferdie, { indicator: "Rating", outcome: 7_500, ...more });
				const { applied } = await submitted(bob, [rating()], "EachForItself");
				assert.deepEqual(applied.refused.toHuman(), [{ index: "0", cause: "BondMissing" }]);

				const rules = (await view(api, "CreditRecords", "rules")) as any;
				const minimum = BigInt(rules.minimumBond.toString());
				await done("post-bond", "behaviour", `${minimum / UNIT}`, ...signed("Bob"));
				assert.equal(await bondOf(bob, "Behaviour"), minimum);

				// What happened before it had something to lose counts no more than a self-declaration.
				const posted = now();
				const { first } = await submitted(bob, [rating({ at: posted - DAY })]);
				const before = await proofOf(node, bob.address, first);
				assert.deepEqual([before.counted.imported, before.record.level], [true, "selfDeclared"]);
				await until(() => now() > posted + 8, { within: 20_000, what: "time has passed" });
				const { first: later } = await submitted(bob, [rating({ at: now() - 3 })]);
				const after = await proofOf(node, bob.address, later);
				assert.deepEqual([after.counted.imported, after.record.level], [false, "confirmed"]);
				assert.ok(after.counted.weight > before.counted.weight);
			});
		});

		describe("beyond the quota", () => {
			const QUOTA = 16;
			let rules: any;

			before(async () => {
				rules = (await view(api, "CreditRecords", "rules")).toJSON();
				await decided((api.tx as any).creditRecords.setRules({ ...rules, quota: QUOTA }));
			});
			after(() => decided((api.tx as any).creditRecords.setRules(rules)));

			/** Sends a call with a nonce, and gives the number of the block that it comes into. */
			function sent(call: Call, signer: KeyringPair, nonce: number): Promise<number> {
				const included = new Promise<string>((found, fail) => {
					call.signAndSend(signer, { nonce }, ({ status, dispatchError, isError }) => {
						if (dispatchError || isError) fail(new Error(`${status.type}: ${dispatchError}`));
						else if (status.isInBlock) found(status.asInBlock.toHex());
					}).catch(fail);
				});
				const what = "a submission is in a block";
				return inTime(included, { within: 60_000, what }).then(async (hash) =>
					(await api.rpc.chain.getHeader(hash)).number.toNumber(),
				);
			}

			it("wait for the next block, and others' go in at once", async (t) => {
				const index = async ({ address }: KeyringPair): Promise<number> =>
					(await api.rpc.system.accountNextIndex(address)).toNumber();
				const [first, nonce] = [await nextSequence(api, alice.address), await index(alice)];
				const [other, otherNonce] = [await nextSequence(api, bob.address), await index(bob)];
				const paid = by(bob, ferdie, { indicator: "PaidOnTime", at: now() - 3 });
				const money = await free(alice);
				const batches = Array.from({ length: 6 }, (_, i) => {
					const batch = Array.from({ length: QUOTA }, () => by(alice, ferdie));
					return sent(submitBatch(api, first + i * QUOTA, batch), alice, nonce + i);
				});
				const single = sent(submitBatch(api, other, [paid]), bob, otherNonce);
				const blocks = await Promise.all(batches);
				const block = await single;
				t.diagnostic(`six batches in blocks ${blocks.join(", ")}; the other member's in ${block}`);

				assert.equal(new Set(blocks).size, 6, "no block takes more than the quota");
				assert.deepEqual([...blocks].sort((a, b) => a - b), blocks, "in order");
				assert.ok(block < blocks[2]!, "another member's record does not wait behind them");
				assert.equal(await nextSequence(api, alice.address), first + 6 * QUOTA);
				assert.equal(await free(alice), money, "waiting costs nothing");
			});

			it("are refused when there can never be room for them", async () => {
				const first = await nextSequence(api, alice.address);
				const batch = Array.from({ length: QUOTA + 1 }, () => by(alice, ferdie));
				await assert.rejects(
					submit(api, submitBatch(api, first, batch), alice),
					new Refused("creditRecords.QuotaExceeded"),
				);
			});

			it("come out of a file each once, whatever happens in between", async (t) => {
				const LINES = 90;
				const commitment = (line: number) => `0x${line.toString(16).padStart(64, "0")}`;
				const reference = (line: number) => `0x7e57${line.toString(16).padStart(28, "0")}`;
				const file = join(folder, "orders.csv");
				const rows = Array.from({ length: LINES }, (_, i) => {
					// Two of them cannot be.
					const outcome = i === 20 ? 9_999 : 10_000 - 100 * (i % 3);
					const named = i === 70 ? "" : reference(i);
					const at = now() - 60;
					return [alice.address, ferdie.address, "orderCompleted", outcome, "confirmed", at, commitment(i), named, 2_000 + i].join(",");
				});
				const header = "source,subject,indicator,outcome,level,at,commitment,reference,amount";
				writeFileSync(file, [header, ...rows].join("\n") + "\n");

				const first = await nextSequence(api, alice.address);
				const args = ["submit", file, "--json", "--refused", join(folder, "refused.csv"), ...signed("Alice")];
				const half = startRecords(...args);
				await until(async () => !half.running || (await nextSequence(api, alice.address)) > first, {
					within: 60_000,
					what: "the first lines are on the chain",
					every: 50,
				});
				half.kill("SIGINT");
				const { code, output } = await inTime(half.ended, { within: 30_000, what: "the tool stops" });
				assert.equal(code, 130, output);

				const rest = await records(...args);
				assert.equal(rest.code, 5, rest.output);
				const report = JSON.parse(rest.stdout);
				t.diagnostic(`${report.known} of ${LINES} were on the chain after the interruption`);
				assert.ok(report.known > 0 && report.known < LINES);
				assert.deepEqual([report.first, report.records, report.counted], [first, LINES, LINES - 2]);
				assert.deepEqual(
					report.refused.map(({ line, cause }: { line: number; cause: string }) => [line, cause]),
					[[22, "OutcomeOffScale"], [72, "ReferenceMissing"]],
				);
				assert.equal(await nextSequence(api, alice.address), first + LINES);
				const refused = readFileSync(join(folder, "refused.csv"), "utf8").trim().split("\n");
				assert.deepEqual(refused, [header, rows[20], rows[70]]);

				const again = await records(...args);
				assert.equal(again.code, 5, again.output);
				assert.deepEqual([JSON.parse(again.stdout).known, await nextSequence(api, alice.address)], [LINES, first + LINES]);

				// Another file behind the same journal is noticed.
				writeFileSync(file, [header, ...rows.slice(1)].join("\n") + "\n");
				const other = await records(...args);
				assert.equal(other.code, 1);
				assert.match(other.output, /about another submission/);

				const document = await finalProofOf(node, alice.address, first + 5);
				const { record } = document as unknown as { record: { commitment: string; reference: string } };
				assert.deepEqual([record.commitment, record.reference], [commitment(5), reference(5)]);
			});
		});

		it("cannot be submitted by a stranger", async () => {
			const file = join(folder, "stranger.jsonl");
			const { source, subject, at, reference, commitment } = by(ferdie, eve) as any;
			const line = {
				...{ source, subject, indicator: "orderCompleted", outcome: 10_000, level: "confirmed", at },
				...{ reference: u8aToHex(reference), commitment: u8aToHex(commitment) },
			};
			writeFileSync(file, JSON.stringify(line) + "\n");
			const { code, output } = await records("submit", file, ...signed("Ferdie"));
			assert.equal(code, 3, output);
			assert.match(output, /may not submit records/);
		});
	});
};
