import assert from "node:assert/strict";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { KeyringPair } from "@polkadot/keyring/types";
import {
	type Call,
	Refused,
	type RpcError,
	ask,
	eventOf,
	nameOf,
	refusals,
	submit,
	view,
} from "../lib/chain.ts";
import { record, submitBatch } from "../lib/credit.ts";
import { identity } from "../lib/identity.ts";
import { temporary } from "../lib/network.ts";
import {
	type Agreement,
	type Commitments,
	type Details,
	type Enterprise,
	type Figures,
	type Relationships,
	agreementPayload,
	consentPayload,
	noCommitments,
	signed,
	signedByWallet,
	today,
} from "../lib/trade.ts";
import { until } from "../lib/until.ts";
import { account, api, network } from "./shared.ts";

export const tradeNetwork = (): void => {
	describe("enterprises and who trades with whom", () => {
		const folder = temporary();
		/** A platform, a bank and a registry: members of the preset. */
		let alice: KeyringPair;
		let bob: KeyringPair;
		let dave: KeyringPair;
		/** Enterprises: two that hold no tokens, and two that do. */
		let salt: KeyringPair;
		let fish: KeyringPair;
		let ferdie: KeyringPair;
		let eve: KeyringPair;
		/** The day on which all this happens. */
		let day: number;

		before(async () => {
			[alice, bob, dave] = [account("Alice"), account("Bob"), account("Dave")];
			[salt, fish] = [account("Salzkontor"), account("Fiskeri")];
			[ferdie, eve] = [account("Ferdie"), account("Eve")];
			day = await today(api);
		});
		after(() => rmSync(folder, { recursive: true, force: true }));

		const saltDetails: Details = {
			country: "DE",
			sector: 46,
			kind: "Merchant",
			commitments: noCommitments,
		};
		const fishDetails: Details = {
			country: "NO",
			sector: 3,
			kind: "Manufacturer",
			commitments: { ...noCommitments, name: `0x${"03".repeat(32)}` },
		};
		const ferdieDetails: Details = {
			country: "PL",
			sector: 49,
			kind: "Logistics",
			commitments: { ...noCommitments, address: `0x${"04".repeat(32)}` },
		};
		const entity = (number: number): string => `0x${number.toString(16).padStart(64, "0")}`;

		// Questions -----------------------------------------------------------------------------------

		const http = (): string => network.nodes[0]!.http;
		const figures = (): Promise<Figures> => ask(http(), "network_figures", "best");
		const enterprise = ({ address }: KeyringPair): Promise<Enterprise> =>
			ask(http(), "network_enterprise", address, "best");
		const relationships = ({ address }: KeyringPair, after?: string, limit?: number) =>
			ask<Relationships>(
				http(),
				"network_relationships",
				address,
				after ?? null,
				limit ?? null,
				"best",
			);
		const code = (expected: number) => (error: RpcError) => error.code === expected;

		/** Everything that a refused call could have changed. */
		const everything = async (): Promise<unknown> => {
			const network = (await view(api, "TradeNetwork", "network")).toJSON();
			const enterprises = (await view(api, "TradeNetwork", "enterprises", null, 256)).toJSON();
			const edges = (await view(api, "TradeNetwork", "edges", null, 1_024)).toJSON();
			const reports = (enterprises as [number, string][]).map(async ([, subject]) =>
				(await view(api, "TradeNetwork", "enterprise", subject)).toJSON(),
			);
			return { network, enterprises, edges, reports: await Promise.all(reports) };
		};

		/** Brings calls of which each is refused for the reason that stands beside it. */
		const refused = async (signer: KeyringPair, expected: [Call, string][]): Promise<void> => {
			const before = await everything();
			const calls = expected.map(([call]) => call);
			const errors = await refusals(api, calls, signer);
			assert.deepEqual(
				errors.map((error) => nameOf(api, error)),
				expected.map(([, error]) => `tradeNetwork.${error}`),
			);
			assert.deepEqual(await everything(), before);
		};

		// Calls ---------------------------------------------------------------------------------------

		const genesis = (): Uint8Array => api.genesisHash.toU8a();

		/** A sponsored registration; what is given last is other than what was signed. */
		const sponsored = (
			pair: KeyringPair,
			details: Details,
			{ sponsor = alice, until = day + 7, by = pair, from = genesis(), signedDetails = details } = {},
		): Call => {
			const consent = {
				sponsor: sponsor.address,
				account: pair.address,
				details: signedDetails,
				until,
			};
			const signature = signed(by, consentPayload(from, consent));
			return api.tx.tradeNetwork.sponsorEnterprise(pair.address, details, until, signature);
		};

		/** What two enterprises would sign now. */
		const between = async (
			giver: KeyringPair,
			receiver: KeyringPair,
			more: Partial<Agreement> = {},
		): Promise<Agreement> => ({
			giver: giver.address,
			receiver: receiver.address,
			kind: "Supplies",
			giverEndings: (await enterprise(giver)).endings,
			receiverEndings: (await enterprise(receiver)).endings,
			until: day + 7,
			...more,
		});

		/** An agreement with both signatures. */
		const bySigned = (
			agreement: Agreement,
			giver: KeyringPair,
			receiver: KeyringPair,
			from = genesis(),
		) => {
			const payload = agreementPayload(from, agreement);
			return {
				agreement,
				giverSignature: signed(giver, payload),
				receiverSignature: signedByWallet(receiver, payload),
			};
		};

		/** The same as a call. */
		const agreed = (...of: Parameters<typeof bySigned>): Call => {
			const { agreement, giverSignature, receiverSignature } = bySigned(...of);
			return api.tx.tradeNetwork.submitAgreement(agreement, giverSignature, receiverSignature);
		};

		// -----------------------------------------------------------------------------------------------

		describe("registration", () => {
			it("commitments are made by hanse-identity, which shows nobody what they hide", async () => {
				const attributes = join(folder, "attributes.json");
				const openings = join(folder, "openings.json");
				const written = { name: "Lübecker Salzkontor GmbH", registrationNumber: "HRB 12345 HL" };
				writeFileSync(attributes, JSON.stringify(written));
				const { code, output } = await identity("commit", attributes, "--openings", openings);
				assert.equal(code, 0, output);
				saltDetails.commitments = JSON.parse(output) as Commitments;
				assert.match(saltDetails.commitments.name!, /^0x[0-9a-f]{64}$/);
				assert.equal(saltDetails.commitments.address, null);
				assert.equal(statSync(openings).mode & 0o777, 0o600);
			});

			it("what is signed is the same by hand and by the metadata", () => {
				const encoded = ({ meta }: typeof api.tx.tradeNetwork.x, at: number, value: unknown) =>
					api.createType(meta.args[at]!.type.toString(), value).toU8a();
				const { sponsorEnterprise, submitAgreement } = api.tx.tradeNetwork;
				const accounts = { sponsor: alice.address, account: salt.address };
				const consent = { ...accounts, details: saltDetails, until: day };
				assert.deepEqual(
					consentPayload(genesis(), consent).slice(16 + 3 * 32, -4),
					encoded(sponsorEnterprise, 1, saltDetails),
				);
				const agreement: Agreement = {
					giver: alice.address,
					receiver: salt.address,
					kind: "Insures",
					giverEndings: 1,
					receiverEndings: 256,
					until: day,
				};
				assert.deepEqual(
					agreementPayload(genesis(), agreement).slice(17 + 32),
					encoded(submitAgreement, 0, agreement),
				);
			});

			it("a member registers enterprises that hold no tokens, with their signatures", async () => {
				const before = await figures();
				for (const [pair, details] of [
					[salt, saltDetails],
					[fish, fishDetails],
				] as const) {
					const done = await submit(api, sponsored(pair, details), alice);
					const event = eventOf(done, "tradeNetwork", "EnterpriseRegistered");
					assert.equal(event.subject.toString(), pair.address);
					assert.equal(event.sponsor.unwrap().toString(), alice.address);
					const { data } = (await api.query.system.account(pair.address)) as any;
					assert.equal(data.free.toString(), "0");
				}
				const after = await figures();
				assert.equal(after.enterprises, before.enterprises + 2);
				assert.equal(after.degrees[0], before.degrees[0]! + 2);

				const { block, ...report } = await enterprise(salt);
				assert.ok(block.number > 0);
				assert.deepEqual(
					{ ...report, id: undefined, endings: undefined },
					{
						id: undefined,
						subject: salt.address,
						controller: salt.address,
						former: [],
						sponsor: alice.address,
						country: "DE",
						sector: "46",
						kind: "merchant",
						commitments: saltDetails.commitments,
						level: "none",
						verifiedUntil: null,
						registrar: null,
						entity: null,
						partners: 0,
						triangles: 0,
						cycles: 0,
						inClosedRing: false,
						orders: 0,
						herfindahl: 0,
						endings: undefined,
					},
				);
				assert.equal((await enterprise(fish)).sector, "03");
			});

			it("an enterprise with tokens registers itself", async () => {
				for (const [pair, details] of [
					[ferdie, ferdieDetails],
					[eve, { ...fishDetails, commitments: noCommitments }],
				] as const) {
					const call = api.tx.tradeNetwork.registerEnterprise(details);
					const done = await submit(api, call, pair);
					const event = eventOf(done, "tradeNetwork", "EnterpriseRegistered");
					assert.equal(event.sponsor.isNone, true);
				}
			});

			it("one attribute is opened to one party, and checked against the chain", async () => {
				const opening = join(folder, "name.opening.json");
				const opened = await identity("open", join(folder, "openings.json"), "name");
				assert.equal(opened.code, 0, opened.output);
				assert.doesNotMatch(opened.output, /HRB/);
				writeFileSync(opening, opened.output);
				const { commitments } = await enterprise(salt);
				const good = await identity("check", opening, "--commitment", commitments.name!);
				assert.deepEqual(good, { code: 0, output: "name: Lübecker Salzkontor GmbH\n" });
				const other = commitments.registrationNumber!;
				const bad = await identity("check", opening, "--commitment", other);
				assert.equal(bad.code, 3, bad.output);
				assert.match(readFileSync(opening, "utf8"), /"salt": "0x[0-9a-f]{64}"/);
			});

			it("nobody is registered without a signature of its own over these very words", async () => {
				const pair = account("Nobody");
				const elsewhere = new Uint8Array(32).fill(1);
				await refused(alice, [
					[sponsored(pair, fishDetails, { by: salt }), "WrongSignature"],
					[sponsored(pair, fishDetails, { sponsor: bob }), "WrongSignature"],
					[sponsored(pair, fishDetails, { from: elsewhere }), "WrongSignature"],
					[sponsored(pair, fishDetails, { signedDetails: saltDetails }), "WrongSignature"],
					[sponsored(pair, fishDetails, { until: day - 1 }), "ConsentExpired"],
					[sponsored(pair, fishDetails, { until: day + 100 }), "ConsentTooLong"],
				]);
				await refused(ferdie, [[sponsored(pair, fishDetails, { sponsor: ferdie }), "NotMember"]]);
			});

			it("countries and sectors that do not exist are refused, and so is a second registration", async () => {
				const pair = account("Nobody");
				const unknown = { ...fishDetails, country: "XX" };
				const no = { ...fishDetails, sector: 4 };
				await refused(alice, [
					[sponsored(pair, unknown), "UnknownCountry"],
					[sponsored(pair, no), "UnknownSector"],
					[sponsored(salt, saltDetails), "AlreadyRegistered"],
				]);
				await refused(ferdie, [
					[api.tx.tradeNetwork.registerEnterprise(ferdieDetails), "AlreadyRegistered"],
					[api.tx.tradeNetwork.updateEnterprise({ ...ferdieDetails, sector: 100 }), "UnknownSector"],
				]);
				await refused(bob, [[api.tx.tradeNetwork.updateEnterprise(saltDetails), "NotRegistered"]]);
			});
		});

		describe("verification", () => {
			const attest = (pair: KeyringPair, level: string, of: string, until = day + 365): Call =>
				api.tx.tradeNetwork.attestEnterprise(pair.address, level, of, until);

			it("a registrar attests, and everybody sees it at once", async () => {
				const done = await submit(api, attest(salt, "Identified", entity(1)), dave);
				const event = eventOf(done, "tradeNetwork", "EnterpriseAttested");
				assert.equal(event.before.toString(), "None");
				assert.equal(event.level.toString(), "Identified");
				const report = await enterprise(salt);
				assert.equal(report.level, "identified");
				assert.equal(report.verifiedUntil, day + 365);
				assert.equal(report.registrar, dave.address);
				assert.equal(report.entity, entity(1));
				const level = await view(api, "TradeNetwork", "verification", salt.address);
				assert.equal(level.toString(), "Identified");
			});

			it("one legal entity is one enterprise, and one enterprise one legal entity", () =>
				refused(dave, [
					[attest(fish, "Registered", entity(1)), "EntityTaken"],
					[attest(salt, "Registered", entity(2)), "EntityMismatch"],
				]));

			it("nothing else is attested", async () => {
				await refused(dave, [
					[attest(fish, "None", entity(2)), "NoLevel"],
					[attest(fish, "Registered", entity(2), day - 1), "AttestationExpired"],
					[attest(fish, "Registered", entity(2), day), "AttestationExpired"],
					[attest(fish, "Registered", entity(2), day + 10_000), "AttestationTooLong"],
					[attest(account("Nobody"), "Registered", entity(2)), "UnknownEnterprise"],
				]);
				await refused(alice, [[attest(fish, "Registered", entity(2)), "NotRegistrar"]]);
				await refused(ferdie, [[attest(fish, "Registered", entity(2)), "NotRegistrar"]]);
			});

			it("what was verified stays as it was", async () => {
				await submit(api, attest(ferdie, "Inspected", entity(3)), dave);
				const renamed = { ...ferdieDetails.commitments, name: entity(9) };
				const update = (details: Details): Call => api.tx.tradeNetwork.updateEnterprise(details);
				await refused(ferdie, [
					[update({ ...ferdieDetails, commitments: renamed }), "Verified"],
					[update({ ...ferdieDetails, country: "DK" }), "Verified"],
					[api.tx.tradeNetwork.closeEnterprise(), "OnceVerified"],
				]);
				const moved = { ...ferdieDetails.commitments, address: entity(9) };
				ferdieDetails.commitments = moved;
				const done = await submit(api, update(ferdieDetails), ferdie);
				const event = eventOf(done, "tradeNetwork", "VerificationLowered");
				assert.equal(event.before.toString(), "Inspected");
				assert.equal((await enterprise(ferdie)).level, "registered");
			});

			it("an attestation is taken back by who gave it, and everybody sees it at once", async () => {
				const revoke = api.tx.tradeNetwork.revokeAttestation(ferdie.address);
				await refused(bob, [[revoke, "NotAttester"]]);
				const done = await submit(api, revoke, dave);
				const event = eventOf(done, "tradeNetwork", "AttestationRevoked");
				assert.equal(event.byGovernance.toString(), "false");
				const report = await enterprise(ferdie);
				assert.deepEqual([report.level, report.entity], ["none", entity(3)]);
				await refused(dave, [[revoke, "NotVerified"]]);
			});
		});

		describe("relationships", () => {
			it("begin when one proposes and the other accepts, and end when one wants", async () => {
				const before = await figures();
				const propose = api.tx.tradeNetwork.proposeRelationship(eve.address, "Carries", true);
				await submit(api, propose, ferdie);
				const proposals = await view(api, "TradeNetwork", "proposals", eve.address, null, 10);
				const [proposal] = proposals.toJSON() as any[];
				assert.deepEqual(
					[proposal.proposer, proposal.kind, proposal.gives],
					[ferdie.address, "Carries", false],
				);
				const itself = api.tx.tradeNetwork.proposeRelationship(ferdie.address, "Carries", true);
				await assert.rejects(
					submit(api, itself, ferdie),
					new Refused("tradeNetwork.SelfRelationship"),
				);
				const nobody = api.tx.tradeNetwork.proposeRelationship(bob.address, "Carries", true);
				await refused(ferdie, [
					[propose, "AlreadyProposed"],
					[itself, "SelfRelationship"],
					[nobody, "UnknownPartner"],
					[api.tx.tradeNetwork.answerProposal(eve.address, "Carries", true, true), "NoProposal"],
				]);
				await refused(bob, [[propose, "NotRegistered"]]);
				await refused(eve, [[api.tx.tradeNetwork.closeEnterprise(), "ProposalsPending"]]);

				const accept = api.tx.tradeNetwork.answerProposal(ferdie.address, "Carries", false, true);
				const accepted = await submit(api, accept, eve);
				const { giver, receiver } = eventOf(accepted, "tradeNetwork", "RelationshipBegan");
				assert.deepEqual(
					[giver.toString(), receiver.toString()],
					[ferdie.address, eve.address],
				);
				assert.equal((await figures()).relationships, before.relationships + 1);
				const [seen] = (await relationships(eve)).relationships;
				assert.deepEqual(seen, {
					partner: ferdie.address,
					arcs: [{ kind: "carries", gives: false }],
					since: seen!.since,
					orders: 0,
					volumeClass: 0,
					last: null,
					dormant: false,
				});
				await refused(ferdie, [[propose, "AlreadyRelated"]]);
				await refused(eve, [[api.tx.tradeNetwork.closeEnterprise(), "StillRelated"]]);

				const end = api.tx.tradeNetwork.endRelationship(ferdie.address);
				const { ending } = eventOf(
					await submit(api, end, eve),
					"tradeNetwork",
					"RelationshipEnded",
				);
				assert.equal((await enterprise(eve)).endings, ending.toNumber());
				assert.equal((await enterprise(ferdie)).endings, ending.toNumber());
				assert.deepEqual((await relationships(eve)).relationships, []);
				assert.equal((await figures()).relationships, before.relationships);
				await refused(eve, [[end, "NotRelated"]]);
			});

			it("begin when a platform brings what both have signed", async () => {
				const before = await figures();
				const agreement = await between(fish, salt);
				const done = await submit(api, agreed(agreement, fish, salt), alice);
				const event = eventOf(done, "tradeNetwork", "RelationshipBegan");
				assert.equal(event.giver.toString(), fish.address);
				assert.equal(event.receiver.toString(), salt.address);
				assert.equal(event.payer.toString(), alice.address);

				const after = await figures();
				assert.equal(after.relationships, before.relationships + 1);
				assert.equal(after.supplies, before.supplies + 1);
				assert.equal(after.degrees[1], before.degrees[1]! + 2);
				const [[ofFish], [ofSalt]] = [
					(await relationships(fish)).relationships,
					(await relationships(salt)).relationships,
				];
				assert.equal(ofFish!.partner, salt.address);
				assert.deepEqual(ofFish!.arcs, [{ kind: "supplies", gives: true }]);
				assert.deepEqual(ofSalt!.arcs, [{ kind: "supplies", gives: false }]);
			});

			it("do not begin with what nobody signed, or not so, or long ago", async () => {
				const supply = await between(salt, fish);
				const elsewhere = new Uint8Array(32).fill(1);
				const { agreement, giverSignature, receiverSignature } = bySigned(supply, salt, fish);
				const altered = { ...agreement, kind: "Finances" };
				await refused(alice, [
					[agreed(supply, ferdie, fish), "WrongGiverSignature"],
					[agreed(supply, salt, ferdie), "WrongReceiverSignature"],
					[agreed(supply, salt, fish, elsewhere), "WrongGiverSignature"],
					[
						api.tx.tradeNetwork.submitAgreement(altered, giverSignature, receiverSignature),
						"WrongGiverSignature",
					],
					[agreed(await between(fish, salt), fish, salt), "AlreadyRelated"],
				]);
				await refused(alice, [
					[agreed({ ...supply, until: day - 1 }, salt, fish), "AgreementExpired"],
					[agreed({ ...supply, until: day + 100 }, salt, fish), "AgreementTooLong"],
					[agreed({ ...supply, receiver: salt.address }, salt, salt), "SelfRelationship"],
					[agreed({ ...supply, receiver: bob.address }, salt, bob), "UnknownPartner"],
					[agreed({ ...supply, giverEndings: 1_000_000 }, salt, fish), "AgreementOutdated"],
				]);
			});

			it("do not begin again with what was signed before an end", async () => {
				const agreement = await between(ferdie, eve, { kind: "Insures" });
				const call = agreed(agreement, ferdie, eve);
				await submit(api, call, alice);
				await submit(api, api.tx.tradeNetwork.endRelationship(eve.address), ferdie);
				await refused(alice, [[call, "AgreementOutdated"]]);
				// Signed anew, with the counters of now, it begins.
				const anew = await between(ferdie, eve, { kind: "Insures" });
				await submit(api, agreed(anew, ferdie, eve), alice);
				await submit(api, api.tx.tradeNetwork.endRelationship(eve.address), ferdie);
			});

			it("come many at a time, all or none", async () => {
				const toFerdie = bySigned(await between(salt, ferdie), salt, ferdie);
				const toFish = await between(ferdie, fish);
				const bring = (...both: ReturnType<typeof bySigned>[]): Call =>
					api.tx.tradeNetwork.submitAgreements(both);
				const oneIsBad = bring(toFerdie, bySigned(toFish, ferdie, salt));
				await refused(alice, [
					[oneIsBad, "AgreementRefused"],
					[bring(), "NothingSubmitted"],
				]);
				// Behind the number of the error: the second of the two, and WrongReceiverSignature.
				const [error] = await refusals(api, [oneIsBad], alice);
				assert.deepEqual([...error!.asModule.error].slice(1, 3), [1, 9]);

				const before = await figures();
				const both = bring(toFerdie, bySigned(toFish, ferdie, fish));
				const done = await submit(api, both, alice);

				// Fish to salt, salt to Ferdie, Ferdie to fish: a circle, and all that there is.
				const noted = done.events.filter(({ event }) => event.method === "ClosedRingNoted");
				assert.equal(noted.length, 3);
				const after = await figures();
				assert.equal(after.relationships, before.relationships + 2);
				assert.equal(after.triangles, before.triangles + 1);
				assert.equal(after.cycles, before.cycles + 1);
				assert.equal(after.inClosedRings, before.inClosedRings + 3);
				for (const pair of [fish, salt, ferdie]) {
					const { partners, triangles, cycles, inClosedRing } = await enterprise(pair);
					assert.deepEqual([partners, triangles, cycles, inClosedRing], [2, 1, 1, true]);
				}
			});

			it("are active when there are orders", async () => {
				const before = await figures();
				await submit(api, api.tx.creditRecords.registerSources([salt.address]), alice);
				const next = Number(await view(api, "CreditRecords", "next_sequence", alice.address));
				const records = [fish, fish, ferdie].map((of) =>
					record(salt.address, of.address, { level: "Counterparty" }),
				);
				await submit(api, submitBatch(api, next, records), alice);

				const after = await figures();
				assert.equal(after.orders, before.orders + 3);
				assert.equal(after.active, before.active + 2);
				const { orders, herfindahl } = await enterprise(salt);
				// Two thirds with one, one third with the other: 4/9 + 1/9.
				assert.deepEqual([orders, herfindahl], [3, 5_555]);
				const { relationships: seen } = await relationships(salt);
				const ofFish = seen.find(({ partner }) => partner === fish.address)!;
				assert.deepEqual([ofFish.orders, ofFish.last, ofFish.volumeClass], [2, day, 10]);
			});
		});

		describe("reading", () => {
			it("JSON and view functions say the same", async () => {
				const told = await figures();
				const seen = (await view(api, "TradeNetwork", "network")).toJSON() as any;
				for (const [name, value] of Object.entries(seen)) {
					assert.deepEqual(told[name as keyof Figures], value, name);
				}
				const { enterprises, relationships: pairs, supplies, reciprocated } = told;
				const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-8, `${a} ${b}`);
				near(told.density, (2 * pairs) / (enterprises * (enterprises - 1)));
				near(told.meanDegree, (2 * pairs) / enterprises);
				near(told.reciprocity, reciprocated / supplies);
				near(told.clustering, (3 * told.triangles) / told.wedges);

				const { id } = await enterprise(salt);
				const position = (await view(api, "TradeNetwork", "position", salt.address)).toJSON();
				assert.equal((position as any).degree, 2);
				const all = await view(api, "TradeNetwork", "enterprises", null, 256);
				assert.ok(
					(all.toJSON() as [number, string][]).some(
						([number, subject]) => number === id && subject === salt.address,
					),
				);
				const countries = await view(api, "TradeNetwork", "country_pairs", null, 1_024);
				const pairsOf = countries.toHuman() as [string, string, string][];
				assert.ok(pairsOf.some(([a, b, n]) => a === "DE" && b === "NO" && n === "1"), `${pairsOf}`);
				const edges = (await view(api, "TradeNetwork", "edges", null, 1_024)).toJSON();
				assert.equal((edges as unknown[]).length, pairs);
			});

			it("relationships come page by page", async () => {
				const first = await relationships(salt, undefined, 1);
				assert.equal(first.relationships.length, 1);
				assert.equal(first.next, first.relationships[0]!.partner);
				const second = await relationships(salt, first.next!, 1);
				assert.equal(second.relationships.length, 1);
				assert.equal(second.next, null);
				assert.deepEqual(
					[...first.relationships, ...second.relationships],
					(await relationships(salt)).relationships,
				);
			});

			it("a question without an answer is told why, by a code", async () => {
				const { address } = bob;
				const unknown = `0x${"00".repeat(32)}`;
				await assert.rejects(ask(http(), "network_enterprise", "nobody"), code(9101));
				await assert.rejects(ask(http(), "network_figures", "yesterday"), code(9102));
				await assert.rejects(ask(http(), "network_figures", unknown), code(9103));
				await assert.rejects(ask(http(), "network_enterprise", address, "best"), code(9105));
				await assert.rejects(ask(http(), "network_relationships", address), code(9105));
				await assert.rejects(relationships(salt, undefined, 0), code(9106));
				await assert.rejects(relationships(salt, undefined, 1_000), code(9106));
				await assert.rejects(relationships(salt, address), code(9105));
			});

			it("every node says the same once it is final", async () => {
				const expected = await figures();
				for (const { http } of network.nodes) {
					const told = await until(
						async () => {
							const told = await ask<Figures>(http, "network_figures");
							return told.block.number >= expected.block.number ? told : undefined;
						},
						{ within: 30_000, what: `block ${expected.block.number} is final on ${http}` },
					);
					assert.equal(told.block.finality, "finalized");
					assert.deepEqual({ ...told, block: 0 }, { ...expected, block: 0 });
				}
			});
		});

		describe("accounts", () => {
			it("control goes to another account, and the enterprise stays one subject", async () => {
				const successor = account("Ferdie//2");
				const units = 100n * 10n ** 12n;
				const money = api.tx.balances.transferKeepAlive(successor.address, units);
				await submit(api, money, alice);
				const scored = await ask<{ score: number }>(http(), "credit_score", ferdie.address, "best");

				const offer = api.tx.tradeNetwork.offerControl(successor.address);
				const accept = api.tx.tradeNetwork.acceptControl(ferdie.address);
				await refused(bob, [
					[accept, "NoOffer"],
					[offer, "NotRegistered"],
				]);
				await submit(api, offer, ferdie);
				await refused(bob, [[accept, "NotSuccessor"]]);
				const done = await submit(api, accept, successor);
				const event = eventOf(done, "tradeNetwork", "ControllerChanged");
				assert.equal(event.account.toString(), successor.address);

				for (const pair of [ferdie, successor]) {
					const { subject, controller, former, partners } = await enterprise(pair);
					assert.deepEqual(
						[subject, controller, former, partners],
						[ferdie.address, successor.address, [ferdie.address], 2],
					);
					const { score } = await ask<{ score: number }>(
						http(),
						"credit_score",
						pair.address,
						"best",
					);
					assert.equal(score, scored.score);
				}
				await refused(ferdie, [
					[api.tx.tradeNetwork.updateEnterprise(ferdieDetails), "NotController"],
					[api.tx.tradeNetwork.endRelationship(salt.address), "NotController"],
					[api.tx.tradeNetwork.registerEnterprise(ferdieDetails), "AlreadyRegistered"],
				]);
				const old = await between(ferdie, salt, { kind: "Carries" });
				await refused(alice, [[agreed(old, ferdie, salt), "NotController"]]);
			});

			it("a registrar names a new account for a lost key, which has to wait", async () => {
				const successor = account("Salzkontor//2");
				const units = 100n * 10n ** 12n;
				const money = api.tx.balances.transferKeepAlive(successor.address, units);
				await submit(api, money, alice);

				const start = (pair: KeyringPair): Call =>
					api.tx.tradeNetwork.startRecovery(pair.address, successor.address);
				const cancel = api.tx.tradeNetwork.cancelRecovery(salt.address);
				const finish = api.tx.tradeNetwork.finishRecovery(salt.address);
				await refused(alice, [
					[start(salt), "NotRegistrar"],
					[cancel, "NoRecovery"],
				]);
				await refused(dave, [
					[start(fish), "NeverVerified"],
					[start(bob), "UnknownEnterprise"],
				]);
				const done = await submit(api, start(salt), dave);
				const { ready } = eventOf(done, "tradeNetwork", "RecoveryStarted");
				assert.ok(ready.toNumber() > day);
				const recovery = (await view(api, "TradeNetwork", "recovery", salt.address)).toJSON();
				assert.deepEqual(recovery, {
					account: successor.address,
					registrar: dave.address,
					ready: ready.toNumber(),
				});
				await refused(successor, [[finish, "RecoveryNotReady"]]);
				await refused(bob, [
					[finish, "NotSuccessor"],
					[cancel, "MayNotCancel"],
				]);
				await refused(dave, [[start(salt), "RecoveryUnderWay"]]);
				await submit(api, cancel, dave);
				assert.equal((await enterprise(salt)).controller, salt.address);
			});

			it("an enterprise that nobody verified may leave, and gets its deposit back", async (t) => {
				const held = async (): Promise<bigint> => {
					const { data } = (await api.query.system.account(eve.address)) as any;
					return data.reserved.toBigInt();
				};
				const deposit = await held();
				t.diagnostic(`deposit of an enterprise: ${Number(deposit) / 1e12} HNS`);
				assert.ok(deposit > 0n);
				const before = await figures();
				const done = await submit(api, api.tx.tradeNetwork.closeEnterprise(), eve);
				eventOf(done, "tradeNetwork", "EnterpriseClosed");
				assert.equal(await held(), 0n);
				assert.equal((await figures()).enterprises, before.enterprises - 1);
				await assert.rejects(enterprise(eve), code(9105));
			});
		});
	});
};
