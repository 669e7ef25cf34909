import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { KeyringPair } from "@polkadot/keyring/types";
import { hexToU8a, u8aToHex } from "@polkadot/util";
import { blake2AsHex, encodeAddress } from "@polkadot/util-crypto";
import {
	type Category,
	type LogHead,
	type Permission,
	type Purpose,
	type Revocation,
	type Terms,
	headOf,
	permissionPayload,
	revocationPayload,
	seconds,
} from "../lib/access.ts";
import { eventsIn } from "../lib/blocks.ts";
import {
	type Call,
	type Done,
	eventOf,
	finalHeight,
	inFull,
	nameOf,
	refusals,
	submit,
	view,
} from "../lib/chain.ts";
import {
	type Log,
	type Sealed,
	canSeal,
	documentCommitment,
	documents,
	keysCommitment,
	printed,
} from "../lib/documents.ts";
import { temporary } from "../lib/network.ts";
import { snapshot } from "../lib/snapshot.ts";
import {
	type Details,
	consentPayload,
	noCommitments,
	signed,
	signedByWallet,
	today,
} from "../lib/trade.ts";
import { until } from "../lib/until.ts";
import { account, api, network } from "./shared.ts";

const DAY = 86_400;
const UNIT = 1_000_000_000_000n;

export const dataAccess = (): void => {
	const skip = !canSeal() && "hanse-documents is not built";
	describe("documents and who may see them", { skip }, () => {
		const folder = temporary();
		/** A platform that keeps documents, a bank, a carrier and customs: members of the preset. */
		let alice: KeyringPair;
		let bob: KeyringPair;
		let charlie: KeyringPair;
		let dave: KeyringPair;
		/** Somebody with tokens whom all of this does not concern. */
		let eve: KeyringPair;
		/** Enterprises: one that holds tokens, and one that does not. */
		let weaver: KeyringPair;
		let keeper: KeyringPair;
		/** The key of the weaver's credit department. */
		let clerk: KeyringPair;
		/** The day on which all this happens, and a moment a year later. */
		let day: number;
		let year: number;

		before(async () => {
			[alice, bob, charlie] = [account("Alice"), account("Bob"), account("Charlie")];
			[dave, eve] = [account("Dave"), account("Eve")];
			[weaver, keeper, clerk] = [account("Weberei"), account("Imkerei"), account("Weberei//Kredit")];
			day = await today(api);
			year = (await seconds(api)) + 365 * DAY;

			const details: Details = { country: "DE", sector: 13, kind: "Manufacturer", commitments: noCommitments };
			const registered = [weaver, keeper].map((pair) => {
				const consent = { sponsor: alice.address, account: pair.address, details, until: day + 7 };
				const signature = signed(pair, consentPayload(genesis(), consent));
				return api.tx.tradeNetwork.sponsorEnterprise(pair.address, details, consent.until, signature);
			});
			const funded = [weaver, clerk].map(({ address }) =>
				api.tx.balances.transferKeepAlive(address, 100n * UNIT),
			);
			await submit(api, api.tx.utility.batchAll([...registered, ...funded]), alice);
		});
		after(() => rmSync(folder, { recursive: true, force: true }));

		const genesis = (): Uint8Array => api.genesisHash.toU8a();

		// Files -----------------------------------------------------------------------------------------

		const file = (name: string): string => join(folder, name);

		/** Sees that the tool does not do something, and writes nothing; `status` 3 is that it does not fit. */
		async function fails(status: number, complaint: RegExp, ...args: string[]): Promise<void> {
			const { code, stdout, output } = await documents(...args);
			assert.equal(code, status, output);
			assert.match(output, complaint);
			assert.equal(stdout, "");
			assert.ok(!existsSync(file("nothing")));
		}

		/** Opens a document into a file that must not come to be. */
		const opens = (name: string, key: string, ...more: string[]): string[] =>
			["open", file(name), "--key", file(key), "--document", file("nothing"), ...more];

		/** The arguments with which the tool asks a node. */
		const asking = (): string[] => ["--url", network.nodes[0]!.ws];

		// Questions ---------------------------------------------------------------------------------------

		/** The number of the grant by which a party may have evidence about an enterprise now. */
		const granted = async (
			grantee: KeyringPair,
			subject: KeyringPair,
			category: Category = "Payment",
			purpose: Purpose = "TradeFinance",
		): Promise<unknown> => {
			const parties = [grantee.address, subject.address];
			return (await view(api, "DataAccess", "is_granted", ...parties, category, purpose)).toJSON();
		};

		const grants = async ({ address }: KeyringPair): Promise<any[]> =>
			(await view(api, "DataAccess", "grants", address)).toJSON() as any[];

		const logHead = async ({ address }: KeyringPair): Promise<LogHead> =>
			(await view(api, "DataAccess", "disclosure_log", address)).toJSON() as unknown as LogHead;

		const changes = async ({ address }: KeyringPair): Promise<number> =>
			Number(await view(api, "DataAccess", "changes", address));

		/** What an account has, and what of it is held for something. */
		const money = async ({ address }: KeyringPair): Promise<{ free: bigint; held: bigint }> => {
			const { data } = (await api.query.system.account(address)) as any;
			return { free: data.free.toBigInt(), held: data.reserved.toBigInt() };
		};

		/** Waits until something is final: the tool believes nothing else. */
		const final = async ({ block }: Done): Promise<void> => {
			const height = (await api.rpc.chain.getHeader(block)).number.toNumber();
			await until(async () => (await finalHeight(network.nodes[0]!)) >= height, {
				within: 30_000,
				what: `block ${height} is final`,
			});
		};

		/** Brings calls of which each is refused for the reason that stands beside it, and changes nothing. */
		async function refused(...tried: [signer: KeyringPair, expected: [Call, string][]][]): Promise<void> {
			const { http } = network.nodes[0]!;
			const before = await snapshot(http, ["DataAccess"]);
			const errors = await Promise.all(
				tried.map(([signer, expected]) => refusals(api, expected.map(([call]) => call), signer)),
			);
			assert.deepEqual(
				errors.map((those) => those.map((error) => inFull(api, error))),
				tried.map(([, expected]) => expected.map(([, error]) => `dataAccess.${error}`)),
			);
			assert.deepEqual(await snapshot(http, ["DataAccess"]), before);
		}

		// Calls -------------------------------------------------------------------------------------------

		/** What an enterprise grants, to finance a trade unless told otherwise. */
		const terms = ({ address }: KeyringPair, more: Partial<Terms> = {}): Terms => ({
			grantee: address,
			category: "Payment",
			purpose: "TradeFinance",
			until: year,
			keys: null,
			...more,
		});

		const grant = (what: Terms): Call => api.tx.dataAccess.grantAccess(what);

		const log = (...disclosures: object[]): Call => api.tx.dataAccess.logDisclosures(disclosures);

		/** The entries that a transaction added to logs. */
		const logged = (done: Done): any[] =>
			done.events
				.map(({ event }) => event)
				.filter(({ section, method }) => section === "dataAccess" && method === "Disclosed")
				.map(({ data }) => (data as any).entry);

		const paid = ({ events }: Done): boolean =>
			events.some(({ event }) => event.method === "TransactionFeePaid");

		// -------------------------------------------------------------------------------------------------

		/** What stands for the documents, and for the keys of both of them. */
		let invoice: string;
		let waybill: string;
		let keys: string;
		/** To whom others seal for the bank. */
		let recipient: string;
		/** The weaver's grant to the bank, what it takes as a deposit, and one that ends soon. */
		let main: number;
		let deposit: bigint;
		let brief: number;
		let soon: number;

		describe("off the chain", () => {
			it("the bank makes a key, and the enterprise seals its documents to it", async () => {
				recipient = (await printed("keygen", file("bank.key"))).trim();
				assert.match(recipient, /^age1[0-9a-z]+$/);
				assert.equal(statSync(file("bank.key")).mode & 0o777, 0o600);

				const sealed = async (name: string, text: string): Promise<string> => {
					writeFileSync(file(name), text);
					const { commitment } = JSON.parse(await printed("seal", file(name), "--to", recipient)) as Sealed;
					assert.equal(statSync(file(`${name}.salt.json`)).mode & 0o777, 0o600);
					return commitment;
				};
				invoice = await sealed("invoice.txt", "Invoice 17: 4,000 ells of linen\n");
				waybill = await sealed("waybill.txt", "Waybill 17: eight bales, Lübeck to Bergen\n");
				keys = (await printed("keys", file("invoice.txt.age"), file("waybill.txt.age"))).trim();
				for (const hash of [invoice, waybill, keys]) assert.match(hash, /^0x[0-9a-f]{64}$/);
			});

			it("what stands for them can be computed without the tool", () => {
				const { salt } = JSON.parse(readFileSync(file("invoice.txt.salt.json"), "utf8"));
				const document = readFileSync(file("invoice.txt"));
				assert.equal(documentCommitment(hexToU8a(salt), document), invoice);
				// In any order.
				const sealed = ["waybill.txt.age", "invoice.txt.age"].map((name) => readFileSync(file(name)));
				assert.equal(keysCommitment(...sealed), keys);
			});

			it("nobody else opens them, and nobody opens one that was tampered with", async () => {
				await printed("keygen", file("rival.key"));
				await fails(1, /sealed to others/, ...opens("invoice.txt.age", "rival.key"));

				const sealed = readFileSync(file("invoice.txt.age"));
				const changed = Buffer.from(sealed);
				changed[changed.length - 1]! ^= 1;
				for (const tampered of [changed, sealed.subarray(0, -1)]) {
					writeFileSync(file("tampered.age"), tampered);
					await fails(1, /changed or cut short/, ...opens("tampered.age", "bank.key"));
				}
				// Nor is one document taken for another.
				await fails(3, /does not fit/, ...opens("invoice.txt.age", "bank.key", "--commitment", waybill));
			});

			it("what is signed is the same by hand, by the metadata and in the documentation", () => {
				const encoded = ({ meta }: typeof api.tx.dataAccess.x, value: unknown) =>
					api.createType(meta.args[0]!.type.toString(), value).toU8a();
				const { bringPermission, bringRevocation } = api.tx.dataAccess;
				const [someone, party] = [1, 2].map((byte) => encodeAddress(new Uint8Array(32).fill(byte), 42));
				const chain = new Uint8Array(32).fill(9);

				const permission: Permission = {
					account: someone!,
					terms: { grantee: party!, category: "Payment", purpose: "TradeFinance", until: 5, keys: null },
					changes: 3,
					bringBy: 4,
				};
				const payload = permissionPayload(chain, permission);
				assert.equal(payload.length, 129);
				assert.equal(
					blake2AsHex(payload),
					"0x8867ddb9d69225ac3302be540ea324782065d18a3c747d3984be10076a96a557",
				);
				assert.deepEqual(payload.slice(14 + 32), encoded(bringPermission, permission));
				const withKeys = { ...permission, terms: { ...permission.terms, keys: invoice } };
				assert.deepEqual(
					permissionPayload(chain, withKeys).slice(14 + 32),
					encoded(bringPermission, withKeys),
				);

				const revocation: Revocation = { account: someone!, id: 6 };
				const taken = revocationPayload(chain, revocation);
				assert.equal(taken.length, 86);
				assert.equal(
					blake2AsHex(taken),
					"0x541f1d6783986a3f93462ef2e55b21b7edc72a3789d36283d41a330a32814236",
				);
				assert.deepEqual(taken.slice(14 + 32), encoded(bringRevocation, revocation));
			});
		});

		describe("grants", () => {
			it("an enterprise says who may see what, for what and until when", async (t) => {
				assert.equal(await granted(bob, weaver), null);
				const before = await money(weaver);
				const done = await submit(api, grant(terms(bob, { keys })), weaver);
				const event = eventOf(done, "dataAccess", "AccessGranted");
				main = event.id.toNumber();
				assert.equal(await granted(bob, weaver), main);
				const [report, ...others] = await grants(weaver);
				assert.deepEqual(others, []);
				assert.deepEqual(report, {
					id: main,
					subject: weaver.address,
					...terms(bob, { keys }),
					since: report.since,
					payer: weaver.address,
				});
				deposit = (await money(weaver)).held - before.held;
				t.diagnostic(`deposit of a grant: ${Number(deposit) / 1e12} HNS`);
				assert.ok(deposit > 0n);

				// For its party, its evidence and its purpose alone.
				assert.equal(await granted(charlie, weaver), null);
				assert.equal(await granted(bob, keeper), null);
				assert.equal(await granted(bob, weaver, "Shipping"), null);
				assert.equal(await granted(bob, weaver, "Payment", "Other"), null);

				// The bank looks whether the chain names the keys that it was sent, all of them.
				await final(done);
				const [one, other] = [file("invoice.txt.age"), file("waybill.txt.age")];
				const named = ["--grant", `${main}`, ...asking()];
				assert.equal(await printed("check", one, other, ...named), "the keys fit\n");
				await fails(3, /the keys do not fit/, "check", one, ...named);
			});

			it("also for a short while", async () => {
				// Long enough for a block, and over by the time that this is tried.
				soon = (await seconds(api)) + 30;
				const done = await submit(api, grant(terms(bob, { category: "Shipping", until: soon })), weaver);
				brief = eventOf(done, "dataAccess", "AccessGranted").id.toNumber();
				assert.equal(await granted(bob, weaver, "Shipping"), brief);
			});

			it("not twice, not for ever, and not over its head", async () => {
				const { changeGrant, revokeGrant, renounceGrant } = api.tx.dataAccess;
				const ever = year + 5 * 365 * DAY;
				const past = (await seconds(api)) - 1;
				await refused(
					[
						weaver,
						[
							[grant(terms(bob, { until: year + 1 })), "AlreadyGranted"],
							[grant(terms(weaver)), "SelfGrant"],
							[grant(terms(charlie, { until: past })), "EndNotAhead"],
							[grant(terms(charlie, { until: ever })), "GrantTooLong"],
							[changeGrant(main, year, keys), "NothingChanged"],
							[changeGrant(main, past, keys), "EndNotAhead"],
							[changeGrant(main, ever, keys), "GrantTooLong"],
							[revokeGrant(1_000_000), "UnknownGrant"],
							[renounceGrant(main), "NotGrantee"],
						],
					],
					[
						eve,
						[
							[changeGrant(main, year + 1, null), "NotSubject"],
							[revokeGrant(main), "NotSubject"],
							[renounceGrant(main), "NotGrantee"],
						],
					],
				);
			});

			it("a key of the credit department grants for its enterprise, at a fee, and does nothing else", async () => {
				await submit(api, api.tx.proxy.addProxy(clerk.address, "Credit", 0), weaver);
				const before = { weaver: await money(weaver), clerk: await money(clerk) };
				const by = (call: Call): Call => api.tx.proxy.proxy(weaver.address, null, call);
				const shipping = (purpose: Purpose): Call =>
					grant(terms(charlie, { category: "Shipping", purpose }));
				const calls = [
					by(shipping("Insurance")),
					by(shipping("Dispute")),
					by(api.tx.balances.transferKeepAlive(clerk.address, UNIT)),
				];
				const done = await submit(api, api.tx.utility.batchAll(calls), clerk);
				const events = done.events.map(({ event }) => event);
				assert.deepEqual(
					events
						.filter(({ method }) => method === "ProxyExecuted")
						.map(({ data }) => (data as any).result)
						.map((result) => (result.isOk ? "Ok" : nameOf(api, result.asErr))),
					["Ok", "Ok", "system.CallFiltered"],
				);
				for (const { data } of events.filter(({ method }) => method === "AccessGranted")) {
					const event = data as any;
					assert.deepEqual([`${event.account}`, `${event.payer}`], [weaver.address, weaver.address]);
				}
				assert.equal((await money(weaver)).held, before.weaver.held + 2n * deposit);
				assert.ok(paid(done) && (await money(clerk)).free < before.clerk.free);

				// Who has no need of a grant gives it up, and the deposit goes back.
				const insured = (await granted(charlie, weaver, "Shipping", "Insurance")) as number;
				const renounced = await submit(api, api.tx.dataAccess.renounceGrant(insured), charlie);
				const { subject, grantee } = eventOf(renounced, "dataAccess", "GrantRenounced");
				assert.deepEqual([`${subject}`, `${grantee}`], [weaver.address, charlie.address]);
				assert.equal((await money(weaver)).held, before.weaver.held + deposit);
			});
		});

		describe("disclosures", () => {
			/** What the platform gives the bank by the grant, unless told otherwise. */
			const disclosure = (more: object = {}) => ({
				subject: weaver.address,
				recipient: bob.address,
				category: "Payment",
				purpose: "TradeFinance",
				channel: "Interface",
				basis: { Grant: main },
				documents: [invoice],
				...more,
			});

			it("a member logs what it discloses, and then gives it", async () => {
				const both = [disclosure(), disclosure({ channel: "Portal", documents: [waybill] })];
				const done = await submit(api, log(...both), alice);
				const entries = logged(done).map((entry) => entry.toJSON());
				assert.deepEqual(
					entries.map(({ number, previous }) => [number, previous]),
					[
						[0, null],
						[1, (await api.rpc.chain.getHeader(done.block)).number.toNumber()],
					],
				);
				for (const { discloser, recipient, basis } of entries) {
					assert.deepEqual([discloser, recipient], [alice.address, bob.address]);
					assert.deepEqual(basis, { grant: main });
				}

				// The bank opens what it was given, if it is what the log says.
				const target = ["--key", file("bank.key"), "--document", file("at-the-bank.txt")];
				const [document] = entries[0].documents;
				await printed("open", file("invoice.txt.age"), ...target, "--commitment", document);
				assert.deepEqual(readFileSync(file("at-the-bank.txt")), readFileSync(file("invoice.txt")));
			});

			it("nothing else, by nobody else, to nobody else, and for nothing else", async () => {
				const of = (more: object): Call => log(disclosure(more));
				const because = (cause: string, index = 0): string => `DisclosureRefused(${index}, ${cause})`;
				await refused(
					[
						alice,
						[
							[log(), "NothingDisclosed"],
							[of({ basis: { Grant: 1_000_000 } }), because("UnknownGrant")],
							[of({ subject: keeper.address }), because("OtherSubject")],
							[of({ recipient: charlie.address }), because("OtherGrantee")],
							[of({ recipient: eve.address }), because("OtherGrantee")],
							[of({ category: "Verification" }), because("OtherCategory")],
							[of({ purpose: "Audit" }), because("OtherPurpose")],
							[of({ basis: "Law" }), because("NotAuthority")],
							// All or none: the one before would have been logged.
							[log(disclosure(), disclosure({ documents: [] })), because("NoDocuments", 1)],
						],
					],
					[bob, [[log(disclosure()), because("ToItself")]]],
					[eve, [[log(disclosure()), "NotMember"]]],
					[weaver, [[log(disclosure()), "NotMember"]]],
				);
			});

			it("an authority is told by law, and the enterprise sees that as well", async () => {
				const asked = { recipient: dave.address, category: "Shipping", purpose: "CustomsClearance" };
				const done = await submit(
					api,
					log(disclosure({ ...asked, channel: "Message", basis: "Law", documents: [invoice, waybill] })),
					bob,
				);
				const [{ number, discloser, recipient }] = logged(done).map((entry) => entry.toJSON());
				assert.deepEqual([number, discloser, recipient], [2, bob.address, dave.address]);
				await final(done);
			});

			it("the enterprise reads its log, and knows that this is all of it", async () => {
				const { head, entries, last } = await logHead(weaver);
				const { disclosures, ...whole } = JSON.parse(
					await printed("log", weaver.address, ...asking()),
				) as Log;
				assert.deepEqual([whole.subject, whole.head, entries], [weaver.address, head, 3]);
				assert.deepEqual(
					disclosures.map(({ number, discloser, recipient, channel, grant, documents }) => [
						...[number, discloser, recipient, channel, grant],
						...documents,
					]),
					[
						[0, alice.address, bob.address, "Interface", main, invoice],
						[1, alice.address, bob.address, "Portal", main, waybill],
						[2, bob.address, dave.address, "Message", null, invoice, waybill],
					],
				);
				assert.deepEqual([disclosures[0]!.block < last!, disclosures[2]!.block], [true, last]);

				// What the tool does: from the last block back, as each entry names the one before it.
				const found: Uint8Array[] = [];
				const where = ({ entry }: any): boolean => entry.subject.toString() === weaver.address;
				for (let next = last; next !== null; ) {
					const here = await eventsIn(api, next, { section: "dataAccess", method: "Disclosed", where });
					found.unshift(...here.map(({ data }) => data.entry.toU8a()));
					next = here[0]!.data.entry.previous.toJSON();
				}
				assert.equal(found.length, 3);
				assert.equal(u8aToHex(headOf(found)), head);
				// Whatever is missing, moved or altered leads to another head.
				const [first, second, third] = found as [Uint8Array, Uint8Array, Uint8Array];
				const altered = second.map((byte, i) => (i === 100 ? byte ^ 1 : byte));
				for (const other of [
					[second, third],
					[first, third],
					[first, second],
					[second, first, third],
					[first, altered, third],
				]) {
					assert.notEqual(u8aToHex(headOf(other)), head);
				}

				// And about whom nothing was disclosed, nothing is found.
				const none = JSON.parse(await printed("log", keeper.address, ...asking())) as Log;
				assert.deepEqual([none.disclosures, none.head], [[], `0x${"00".repeat(32)}`]);
			});
		});

		describe("of an enterprise without tokens", () => {
			let permission: Permission;
			/** The number of the grant. */
			let id: number;

			/** A permission; what is given last is other than what was signed. */
			const bring = (
				what: Permission,
				{ by = keeper, from = genesis(), signedPermission = what } = {},
			): Call =>
				api.tx.dataAccess.bringPermission(what, signed(by, permissionPayload(from, signedPermission)));

			it("it signs what it grants, and only that is brought", async () => {
				permission = {
					account: keeper.address,
					terms: terms(bob),
					changes: await changes(keeper),
					bringBy: day + 7,
				};
				const elsewhere = new Uint8Array(32).fill(1);
				const other = { ...permission, terms: terms(bob, { category: "Transaction" }) };
				const longer = { ...permission, terms: terms(bob, { until: year + 1 }) };
				await refused([
					bob,
					[
						[bring(permission, { by: weaver }), "WrongSignature"],
						[bring({ ...permission, account: eve.address }), "WrongSignature"],
						[bring(permission, { from: elsewhere }), "WrongSignature"],
						[bring(other, { signedPermission: permission }), "WrongSignature"],
						[bring(longer, { signedPermission: permission }), "WrongSignature"],
						[bring({ ...permission, bringBy: day - 1 }), "PermissionExpired"],
						[bring({ ...permission, bringBy: day + 100 }), "PermissionTooLong"],
						[bring({ ...permission, changes: permission.changes + 1 }), "PermissionOutdated"],
						[bring({ ...permission, terms: terms(keeper) }), "SelfGrant"],
					],
				]);
			});

			it("the bank brings it, and pays for it", async () => {
				const before = await money(bob);
				const signature = signedByWallet(keeper, permissionPayload(genesis(), permission));
				const done = await submit(api, api.tx.dataAccess.bringPermission(permission, signature), bob);
				const event = eventOf(done, "dataAccess", "AccessGranted");
				assert.deepEqual([`${event.account}`, `${event.payer}`], [keeper.address, bob.address]);
				id = event.id.toNumber();
				assert.equal(await granted(bob, keeper), id);
				assert.equal((await money(bob)).held, before.held + deposit);
				assert.deepEqual(await money(keeper), { free: 0n, held: 0n });
			});

			it("it signs that it takes it back, and anybody brings that for nothing", async () => {
				const { bringRevocation, revokeGrant } = api.tx.dataAccess;
				const revocation = { account: keeper.address, id };
				const signature = (by: KeyringPair, of: Revocation = revocation, from = genesis()) =>
					signed(by, revocationPayload(from, of));
				// An account without tokens sends nothing, not even what has no fee.
				await assert.rejects(submit(api, revokeGrant(id), keeper), /1010: Invalid Transaction/);
				const elsewhere = new Uint8Array(32).fill(1);
				const strangers = { account: eve.address, id };
				const unknown = { account: keeper.address, id: 1_000_000 };
				await refused([
					eve,
					[
						[bring(permission), "AlreadyGranted"],
						[bringRevocation(revocation, signature(eve)), "WrongSignature"],
						[bringRevocation(revocation, signature(keeper, unknown)), "WrongSignature"],
						[bringRevocation(revocation, signature(keeper, revocation, elsewhere)), "WrongSignature"],
						[bringRevocation(strangers, signature(eve, strangers)), "NotSubject"],
						[bringRevocation(unknown, signature(keeper, unknown)), "UnknownGrant"],
					],
				]);

				const before = { eve: await money(eve), bob: await money(bob) };
				const call = bringRevocation(revocation, signature(keeper));
				const done = await submit(api, call, eve);
				const event = eventOf(done, "dataAccess", "GrantRevoked");
				assert.deepEqual([`${event.account}`, `${event.grantee}`], [keeper.address, bob.address]);
				assert.equal(await granted(bob, keeper), null);
				assert.deepEqual(await money(eve), before.eve, "the fee is given back");
				assert.equal((await money(bob)).held, before.bob.held - deposit);

				// What was signed before is void, however long it would have held.
				await refused([
					bob,
					[
						[bring(permission), "PermissionOutdated"],
						[call, "UnknownGrant"],
					],
				]);
			});
		});

		describe("what is over", () => {
			/** What the platform would give the bank. */
			const toBank = (basis: number, category: Category): Call =>
				log({
					subject: weaver.address,
					recipient: bob.address,
					category,
					purpose: "TradeFinance",
					channel: "Interface",
					basis: { Grant: basis },
					documents: [waybill],
				});

			it("a grant that has ended covers nothing any more", async () => {
				await until(async () => (await seconds(api)) >= soon, {
					within: 90_000,
					what: "the short grant has ended",
				});
				assert.equal(await granted(bob, weaver, "Shipping"), null);
				assert.equal((await view(api, "DataAccess", "grant", brief)).toJSON(), null);
				await refused(
					[alice, [[toBank(brief, "Shipping"), "DisclosureRefused(0, GrantEnded)"]]],
					[weaver, [[api.tx.dataAccess.changeGrant(brief, year, null), "GrantEnded"]]],
				);
			});

			it("the enterprise revokes without a fee, and the reader is refused from then on", async () => {
				const revoke = api.tx.dataAccess.revokeGrant(main);
				const before = await money(weaver);
				const done = await submit(api, revoke, weaver);
				const { grantee } = eventOf(done, "dataAccess", "GrantRevoked");
				assert.equal(grantee.toString(), bob.address);
				assert.ok(!paid(done));
				assert.deepEqual(await money(weaver), {
					free: before.free + deposit,
					held: before.held - deposit,
				});

				assert.equal(await granted(bob, weaver), null);
				await refused(
					[alice, [[toBank(main, "Payment"), "DisclosureRefused(0, UnknownGrant)"]]],
					[weaver, [[revoke, "UnknownGrant"]]],
				);
				await final(done);
				const check = (id: number): string[] => ["check", file("waybill.txt.age"), "--grant", `${id}`, ...asking()];
				await fails(1, new RegExp(`no grant ${main} that holds`), ...check(main));
				// Another one holds, but is about no documents.
				const [rest] = (await grants(weaver)) as { id: number }[];
				await fails(1, /names no keys/, ...check(rest!.id));
				// What was disclosed while it held stays disclosed.
				assert.equal((await logHead(weaver)).entries, 3);
			});

			it("without its salt a commitment means nothing, once every copy is gone", async () => {
				const salt = file("invoice.txt.salt.json");
				const invoices = [file("invoice.txt"), "--salt", salt, "--commitment", invoice];
				assert.match(await printed("check", ...invoices), /the document fits/);
				await printed("forget", salt);
				assert.ok(!existsSync(salt));
				await fails(1, /cannot read/, "check", ...invoices);

				// The bank was given the salt with the document: it has to forget as well.
				const opened = ["--key", file("bank.key"), "--commitment", invoice];
				assert.match(await printed("check", file("invoice.txt.age"), ...opened), /the document fits/);
				// Sealed anew, the same document stands behind another commitment.
				const again = await printed("seal", file("invoice.txt"), "--sealed", file("anew.age"), "--to", recipient);
				assert.notEqual((JSON.parse(again) as Sealed).commitment, invoice);
			});
		});
	});
};
