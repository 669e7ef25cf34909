import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { KeyringPair } from "@polkadot/keyring/types";
import { type Call, type Done, Refused, eventOf, nameOf, refusals, submit, view } from "../lib/chain.ts";
import { decide, decideInTwoSteps, items, outcomes } from "../lib/council.ts";
import { newIdentity, sessionKeys } from "../lib/keys.ts";
import { legalEntity } from "../lib/legal-entity.ts";
import { applicant, application, applicationHash, members } from "../lib/membership.ts";
import { snapshot } from "../lib/snapshot.ts";
import { account, api, network } from "./shared.ts";

const NOTHING = `0x${"00".repeat(32)}`;
const EVIDENCE = `0x${"e5".repeat(32)}`;

export const governance = (): void => {
	describe("the members decide", () => {
		let alice: KeyringPair;
		let bob: KeyringPair;
		let charlie: KeyringPair;
		let dave: KeyringPair;
		let eve: KeyringPair;
		let ferdie: KeyringPair;
		/** The hash of Eve's application. */
		let hash: string;

		before(() => {
			[alice, bob, charlie] = [account("Alice"), account("Bob"), account("Charlie")];
			[dave, eve, ferdie] = [account("Dave"), account("Eve"), account("Ferdie")];
		});

		const together = (calls: Call[]): Call => api.tx.utility.forceBatch(calls);
		const seats = async (): Promise<string[]> => (await api.query.council.members()).toHuman() as string[];
		const validators = async (): Promise<string[]> =>
			(await view(api, "Consortium", "validators")).toHuman() as string[];
		const bond = async (who: KeyringPair): Promise<bigint> =>
			BigInt((await view(api, "Consortium", "bond", who.address)).toString());

		/** All calls that only the members together may make, none of which would fail for them. */
		const governed = (): Call[] => {
			const { consortium, attendance } = api.tx as any;
			return [
				consortium.admitMember(eve.address, hash ?? NOTHING),
				consortium.removeMember(dave.address),
				consortium.grantRole(alice.address, "Bank"),
				consortium.withdrawRole(dave.address, "Customs"),
				consortium.rejectApplication(eve.address, true),
				consortium.suspendMember(dave.address, EVIDENCE),
				consortium.reinstateMember(dave.address),
				consortium.setMinValidators(1),
				attendance.setTolerance(1_000_000_000),
			];
		};

		/** Carries out what changes nothing about the members, whoever asks for it. */
		async function unchanged<T>(what: () => Promise<T>): Promise<T> {
			const { http } = network.nodes[0]!;
			const parts: [string, string?][] = [["Consortium"], ["Council", "Members"], ["Session", "NextKeys"]];
			parts.push(["Session", "KeyOwner"], ["Attendance", "Absent"], ["Attendance", "Tolerance"]);
			const before = await snapshot(http, ...parts);
			const result = await what();
			assert.deepEqual(await snapshot(http, ...parts), before);
			return result;
		}

		/** Sees that an account is refused each of the calls, by the name of the error, and nothing changes. */
		async function refused(signer: KeyringPair, expected: [Call, string][]): Promise<void> {
			const errors = await unchanged(() => refusals(api, expected.map(([call]) => call), signer));
			assert.deepEqual(
				errors.map((error, i) => `${methodOf(expected[i]![0])}: ${nameOf(api, error)}`),
				expected.map(([call, error]) => `${methodOf(call)}: ${error}`),
			);
		}

		const methodOf = ({ method }: Call): string => `${method.section}.${method.method}`;

		/** Sees what becomes of calls that the members make together: `Ok`, or the name of the error. */
		function came(done: Done, expected: [Call, string][]): void {
			assert.deepEqual(
				items(api, done).map((result, i) => `${methodOf(expected[i]![0])}: ${result}`),
				expected.map(([call, result]) => `${methodOf(call)}: ${result}`),
			);
		}

		/** Lets the members vote for calls, and sees what becomes of each. */
		async function decided(inFavour: KeyringPair[], expected: [Call, string][]): Promise<Done> {
			const done = await decide(api, { call: together(expected.map(([call]) => call)), inFavour });
			came(done, expected);
			return done;
		}

		it("and neither a stranger nor one of them alone", async () => {
			const { consortium, attendance, session, council } = api.tx as any;
			const governedFails = governed().map((call): [Call, string] => [call, "BadOrigin"]);
			const { keys, proof } = sessionKeys("Ferdie", ferdie.address);
			await refused(ferdie, [
				...governedFails,
				[consortium.suspendProvisionally(dave.address, EVIDENCE), "BadOrigin"],
				[consortium.sponsorApplication(eve.address, NOTHING), "consortium.NotMember"],
				[consortium.withdrawSponsorship(eve.address), "consortium.NoApplication"],
				[consortium.withdrawApplication(), "consortium.NoApplication"],
				[consortium.clearApplication(eve.address), "consortium.NoApplication"],
				[consortium.resign(), "consortium.NotMember"],
				[consortium.registerNodes([newIdentity().id]), "consortium.NotMember"],
				[attendance.returnToService(), "attendance.NotSetAside"],
				[session.setKeys(keys, proof), "session.NoAssociatedValidatorId"],
				[council.propose(1, governed()[1], 100), "council.NotMember"],
			]);
			await refused(alice, [
				...governedFails,
				[consortium.suspendProvisionally(dave.address, EVIDENCE), "BadOrigin"],
				[application(api, applicant(alice, "Alice")), "consortium.AlreadyMember"],
				[attendance.returnToService(), "attendance.NotSetAside"],
				[session.purgeKeys(), "system.CallFiltered"],
			]);
		});

		it("who applies holds a bond, and applies once, as somebody who is no member", async () => {
			const { consortium } = api.tx as any;
			const lei = legalEntity("HNSE00EVE000000000");
			const wrong = (name: string, country: string, entity: string): Call =>
				consortium.apply(name, country, entity, [], NOTHING);
			await refused(ferdie, [
				[wrong("Ferdie", "DK", legalEntity("HNSE00HANSEPORT001")), "consortium.LegalEntityTaken"],
				[wrong("Ferdie", "DK", lei.replace("EVE", "EVA")), "consortium.InvalidLegalEntity"],
				[wrong("Ferdie", "ZZ", lei), "consortium.UnknownCountry"],
				[wrong(" ", "DK", lei), "consortium.InvalidName"],
			]);

			const done = await submit(api, application(api, applicant(eve, "Eve", "Carrier")), eve);
			// By its place: every value of the library has a hash of its own.
			hash = eventOf(done, "consortium", "ApplicationSubmitted")[1].toHex();
			assert.equal(await applicationHash(api, eve.address), hash);
			assert.equal(await bond(eve), BigInt(api.consts.consortium.bond!.toString()));
			await refused(eve, [
				[application(api, applicant(eve, "Eve")), "consortium.AlreadyApplied"],
				[consortium.clearApplication(eve.address), "consortium.NotExpired"],
			]);
			// Somebody else who says to be the same organisation: that is for the members to decide.
			await submit(api, application(api, { ...applicant(eve, "Eve"), account: ferdie }), ferdie);
		});

		it("who has no sponsor is not admitted, nor is anything else done that cannot be", async () => {
			const { consortium } = api.tx as any;
			const no: [Call, string][] = [
				[consortium.admitMember(eve.address, hash), "consortium.NotSponsored"],
				[consortium.admitMember(eve.address, NOTHING), "consortium.ApplicationChanged"],
				[consortium.admitMember(account("One").address, hash), "consortium.NoApplication"],
				[consortium.rejectApplication(account("One").address, true), "consortium.NoApplication"],
				[consortium.removeMember(eve.address), "consortium.NotMember"],
				[consortium.grantRole(eve.address, "Bank"), "consortium.NotMember"],
				[consortium.grantRole(alice.address, "Validator"), "consortium.RoleAlreadyGranted"],
				[consortium.withdrawRole(eve.address, "Bank"), "consortium.NotMember"],
				[consortium.withdrawRole(alice.address, "Bank"), "consortium.RoleNotGranted"],
				[consortium.suspendMember(eve.address, EVIDENCE), "consortium.NotMember"],
				[consortium.suspendProvisionally(eve.address, EVIDENCE), "consortium.NotMember"],
				[consortium.reinstateMember(eve.address), "consortium.NotMember"],
				[consortium.reinstateMember(alice.address), "consortium.NotSuspended"],
				[consortium.setMinValidators(0), "consortium.TooFewValidators"],
				[consortium.setMinValidators(5), "consortium.TooFewValidators"],
				// What a single member's signature is for is not for the members together.
				[consortium.sponsorApplication(eve.address, hash), "BadOrigin"],
				[consortium.resign(), "BadOrigin"],
				[consortium.registerNodes([]), "BadOrigin"],
			];
			const less = governed().map((call): [Call, string] => [call, "BadOrigin"]);
			const calls = (expected: [Call, string][]): Call => together(expected.map(([call]) => call));
			// By three of four, and by two, which are not two thirds.
			const done = await unchanged(() =>
				decide(
					api,
					{ call: calls(no), inFavour: [alice, bob, charlie] },
					{ call: calls(less), inFavour: [alice, bob] },
				),
			);
			assert.deepEqual(outcomes(api, done), ["Ok", "Ok"]);
			came(done, [...no, ...less]);
		});

		it("a sponsor vouches for what it has read, and no one in its place", async () => {
			const { consortium } = api.tx as any;
			const squat = await applicationHash(api, ferdie.address);
			await refused(bob, [
				[consortium.sponsorApplication(eve.address, NOTHING), "consortium.ApplicationChanged"],
				[consortium.sponsorApplication(account("One").address, hash), "consortium.NoApplication"],
				[consortium.withdrawSponsorship(eve.address), "consortium.NotSponsor"],
			]);
			const both = [[eve.address, hash], [ferdie.address, squat]].map(([who, what]) =>
				consortium.sponsorApplication(who, what),
			);
			await submit(api, api.tx.utility.batchAll(both), bob);
			await refused(charlie, [
				[consortium.sponsorApplication(eve.address, hash), "consortium.AlreadySponsored"],
				[consortium.withdrawSponsorship(eve.address), "consortium.NotSponsor"],
			]);
		});

		it("three of four admit a member, which has a seat then, and not the same one twice", async () => {
			const { consortium } = api.tx as any;
			const squat = await applicationHash(api, ferdie.address);
			const expected: [Call, string][] = [
				[consortium.admitMember(eve.address, hash), "Ok"],
				[consortium.admitMember(eve.address, hash), "consortium.NoApplication"],
				[consortium.admitMember(ferdie.address, squat), "consortium.LegalEntityTaken"],
				[consortium.rejectApplication(ferdie.address, true), "Ok"],
			];
			const motion = { call: together(expected.map(([call]) => call)), inFavour: [alice, bob, charlie] };
			const done = await decideInTwoSteps(api, motion, (attempt) =>
				assert.rejects(attempt, new Refused("council.TooEarly")),
			);
			came(done, expected);
			const { account: admitted } = eventOf(done, "consortium", "MemberAdmitted");
			assert.equal(admitted.toString(), eve.address);
			const { forfeited } = eventOf(done, "consortium", "ApplicationRejected");
			assert.equal(BigInt(forfeited.toString()), BigInt(api.consts.consortium.bond!.toString()));
			assert.equal(await bond(ferdie), 0n);
			assert.ok((await bond(eve)) > 0n, "a member's bond stays");
			assert.equal((await seats()).length, 5);
			assert.ok((await seats()).includes(eve.address));
			const member = (await members(api)).get(eve.address);
			assert.equal(member?.sponsor, bob.address);
		});

		it("roles are granted and withdrawn one by one", async () => {
			const { consortium } = api.tx as any;
			await submit(api, application(api, applicant(ferdie, "Ferdie", "Inspector")), ferdie);
			const other = await applicationHash(api, ferdie.address);
			await submit(api, consortium.sponsorApplication(ferdie.address, other), charlie);
			const done = await decided([alice, bob, charlie, dave], [
				[consortium.admitMember(ferdie.address, other), "Ok"],
				[consortium.grantRole(eve.address, "Validator"), "Ok"],
				[consortium.grantRole(eve.address, "Validator"), "consortium.RoleAlreadyGranted"],
				[consortium.grantRole(eve.address, "Bank"), "Ok"],
				[consortium.withdrawRole(eve.address, "Bank"), "Ok"],
				[consortium.withdrawRole(eve.address, "Bank"), "consortium.RoleNotGranted"],
			]);
			const missing = eventOf(done, "consortium", "ValidatorKeysMissing");
			assert.equal(missing.account.toString(), eve.address);
			const { roles } = (await members(api)).get(eve.address) as { roles: string[] };
			assert.deepEqual(roles.sort(), ["Carrier", "Validator"]);
			assert.equal((await seats()).length, 6);
		});

		it("session keys are registered and rotated by whoever proves to hold them", async () => {
			const { session } = api.tx as any;
			const own = sessionKeys("Eve", eve.address);
			const stale = sessionKeys("Eve", ferdie.address);
			const taken = sessionKeys("Alice", eve.address);
			await refused(eve, [
				[session.setKeys(own.keys, stale.proof), "session.InvalidProof"],
				[session.setKeys(own.keys, taken.proof), "session.InvalidProof"],
				[session.setKeys(own.keys, "0x"), "session.InvalidProof"],
				[session.setKeys(taken.keys, taken.proof), "session.DuplicatedKey"],
				[session.purgeKeys(), "system.CallFiltered"],
			]);
			await submit(api, session.setKeys(own.keys, own.proof), eve);
			assert.equal((await validators()).length, 5);
			const rotated = sessionKeys("Eve//next", eve.address);
			await submit(api, session.setKeys(rotated.keys, rotated.proof), eve);
			assert.equal((await api.query.session.nextKeys(eve.address)).toHex(), rotated.keys);
			assert.ok((await validators()).includes(eve.address));
		});

		it("members say which nodes are theirs", async () => {
			const { consortium } = api.tx as any;
			const [first, second] = [newIdentity().id, newIdentity().id];
			await refused(eve, [[consortium.registerNodes([first, first]), "consortium.DuplicateNode"]]);
			await submit(api, consortium.registerNodes([first, second]), eve);
			const nodes = (await view(api, "Consortium", "nodes")).toHuman();
			assert.deepEqual(nodes, [[eve.address, [first, second]]]);
		});

		it("a third suspends a member for a while, and no more than one, and not its seat", async () => {
			const { consortium } = api.tx as any;
			// Two of six are a third, and one of six is not.
			const alone = consortium.suspendProvisionally(eve.address, EVIDENCE);
			const one = await submit(api, api.tx.council.propose(1, alone, alone.method.encodedLength), alice);
			assert.deepEqual(outcomes(api, one), ["BadOrigin"]);
			const done = await decided([alice, bob], [
				[consortium.suspendProvisionally(eve.address, EVIDENCE), "Ok"],
				[consortium.suspendProvisionally(eve.address, EVIDENCE), "consortium.AlreadySuspended"],
				[consortium.suspendProvisionally(ferdie.address, EVIDENCE), "Ok"],
				[consortium.suspendProvisionally(dave.address, EVIDENCE), "consortium.TooManySuspended"],
				[consortium.suspendMember(eve.address, EVIDENCE), "BadOrigin"],
				[consortium.reinstateMember(eve.address), "BadOrigin"],
			]);
			const suspended = done.events.filter(({ event }) => event.method === "MemberSuspended");
			assert.equal(suspended.length, 2);
			const { suspension } = suspended[0]!.event.data as any;
			assert.equal(suspension.cause.type, "Provisional");
			const period = suspension.until.unwrap().toNumber() - suspension.since.toNumber();
			assert.equal(period, Number(api.consts.consortium.provisionalPeriod!.toString()));
			assert.equal((await seats()).length, 6);
			assert.equal((await validators()).includes(eve.address), false);
			await refused(eve, [
				[consortium.sponsorApplication(account("One").address, NOTHING), "consortium.Suspended"],
			]);
		});

		it("two thirds take its seat, and give it back", async () => {
			const { consortium } = api.tx as any;
			await decided([alice, bob, charlie, dave], [
				[consortium.suspendMember(eve.address, EVIDENCE), "Ok"],
				[consortium.suspendMember(eve.address, EVIDENCE), "consortium.AlreadySuspended"],
				[consortium.suspendProvisionally(eve.address, EVIDENCE), "consortium.AlreadySuspended"],
			]);
			assert.equal((await seats()).includes(eve.address), false);
			await refused(eve, [[api.tx.council.propose(2, governed()[1]!, 100), "council.NotMember"]]);
			await decided([alice, bob, charlie, dave], [
				[consortium.reinstateMember(eve.address), "Ok"],
				[consortium.reinstateMember(eve.address), "consortium.NotSuspended"],
				[consortium.suspendProvisionally(eve.address, EVIDENCE), "consortium.TooSoon"],
			]);
			assert.ok((await seats()).includes(eve.address));
			assert.ok((await validators()).includes(eve.address));
		});

		it("nobody goes without whom there would be too few validators", async () => {
			const { consortium } = api.tx as any;
			await decided([alice, bob, charlie, dave], [
				[consortium.setMinValidators(6), "consortium.TooFewValidators"],
				[consortium.setMinValidators(5), "Ok"],
				[consortium.removeMember(dave.address), "consortium.TooFewValidators"],
				[consortium.withdrawRole(dave.address, "Validator"), "consortium.TooFewValidators"],
				[consortium.suspendMember(dave.address, EVIDENCE), "consortium.TooFewValidators"],
				[consortium.suspendProvisionally(dave.address, EVIDENCE), "consortium.TooFewValidators"],
			]);
			await refused(dave, [[consortium.resign(), "consortium.TooFewValidators"]]);
		});

		it("a member is removed, or resigns, and has its bond back", async () => {
			const { consortium } = api.tx as any;
			const done = await decided([alice, bob, charlie, dave], [
				[consortium.setMinValidators(3), "Ok"],
				[consortium.removeMember(eve.address), "Ok"],
				[consortium.removeMember(eve.address), "consortium.NotMember"],
			]);
			const { account: removed } = eventOf(done, "consortium", "MemberRemoved");
			assert.equal(removed.toString(), eve.address);
			// Suspended as it is, for nobody has reinstated it.
			const left = await submit(api, consortium.resign(), ferdie);
			assert.equal(eventOf(left, "consortium", "MemberResigned").account.toString(), ferdie.address);
			for (const who of [eve, ferdie]) {
				assert.equal(await bond(who), 0n);
				assert.equal((await seats()).includes(who.address), false);
			}
			assert.deepEqual((await view(api, "Consortium", "nodes")).toHuman(), []);
			await refused(eve, [
				[consortium.resign(), "consortium.NotMember"],
				[consortium.registerNodes([]), "consortium.NotMember"],
			]);
		});
	});
};
