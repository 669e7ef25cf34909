import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
	type Call,
	type Done,
	Refused,
	eventOf,
	nameOf,
	submit,
	view,
} from "../lib/chain.ts";
import { legalEntity } from "../lib/legal-entity.ts";
import { account, api } from "./shared.ts";

export const governance = (): void => {
	describe("the members decide", () => {
		const admit = (name: string, entity: string): Call =>
			api.tx.consortium.admitMember(
				account(name).address,
				`${name} Forwarding`,
				"DK",
				legalEntity(entity),
				["Carrier"],
			);

		const isMember = async (name: string): Promise<boolean> => {
			const members = (await view(api, "Consortium", "members")).toHuman() as [string, unknown][];
			return members.some(([who]) => who === account(name).address);
		};

		/** Proposes, lets the members vote in favour, and closes the vote. */
		async function decide(threshold: number, call: Call, inFavour: string[]): Promise<Done> {
			const length = call.method.encodedLength;
			const { weight } = await call.paymentInfo(account("Alice"));
			const proposed = await submit(
				api,
				api.tx.council.propose(threshold, call, length),
				account("Alice"),
			);
			const { proposalHash, proposalIndex } = eventOf(proposed, "council", "Proposed");
			for (const name of inFavour) {
				await submit(api, api.tx.council.vote(proposalHash, proposalIndex, true), account(name));
			}
			return submit(
				api,
				api.tx.council.close(proposalHash, proposalIndex, weight, length),
				account("Alice"),
			);
		}

		const outcome = (done: Done): string => {
			const { result } = eventOf(done, "council", "Executed");
			return result.isOk ? "Ok" : nameOf(api, result.asErr);
		};

		it("a stranger proposes nothing", async () => {
			const call = admit("Ferdie", "HNSE00STRANGER0001");
			await assert.rejects(
				submit(api, api.tx.council.propose(1, call, call.method.encodedLength), account("Ferdie")),
				new Refused("council.NotMember"),
			);
		});

		it("one member admits nobody", async () => {
			await assert.rejects(
				submit(api, admit("Ferdie", "HNSE00STRANGER0001"), account("Alice")),
				new Refused("BadOrigin"),
			);
		});

		it("two of four are not two thirds", async () => {
			const done = await decide(2, admit("Ferdie", "HNSE00STRANGER0001"), ["Alice", "Bob"]);
			assert.equal(outcome(done), "BadOrigin");
			assert.equal(await isMember("Ferdie"), false);
		});

		it("two votes do not carry a motion that asks for three", async () => {
			await assert.rejects(
				decide(3, admit("Ferdie", "HNSE00STRANGER0002"), ["Alice", "Bob"]),
				new Refused("council.TooEarly"),
			);
			assert.equal(await isMember("Ferdie"), false);
		});

		it("three of four admit a member, which then has a seat", async () => {
			const done = await decide(3, admit("Eve", "HNSE00EVEFORWARD01"), ["Alice", "Bob", "Charlie"]);
			assert.equal(outcome(done), "Ok");
			const { account: admitted } = eventOf(done, "consortium", "MemberAdmitted");
			assert.equal(admitted.toString(), account("Eve").address);
			assert.equal(await isMember("Eve"), true);
			const seats = (await api.query.council.members()).toHuman() as string[];
			assert.equal(seats.length, 5);
			assert.ok(seats.includes(account("Eve").address));
		});

		it("nobody is admitted twice", async () => {
			const members = ["Alice", "Bob", "Charlie", "Eve"];
			const done = await decide(4, admit("Eve", "HNSE00EVEFORWARD02"), members);
			assert.equal(outcome(done), "consortium.AlreadyMember");
		});
	});
};
