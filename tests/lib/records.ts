import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ApiPromise } from "@polkadot/api";
import { type RpcError, ask, view } from "./chain.ts";
import { Program, binaries } from "./network.ts";
import { inTime, until } from "./until.ts";

const path = join(binaries, "hanse-records");

/** Whether the tool for records is built. */
export const canRecord = (): boolean => existsSync(path);

/** Starts hanse-records. */
export const startRecords = (...args: string[]): Program => new Program(path, args);

/** Runs hanse-records, and gives what it prints, and its exit status. */
export async function records(...args: string[]): Promise<{ code: number | null; stdout: string; output: string }> {
	const program = startRecords(...args);
	const { code, output } = await inTime(program.ended, {
		within: 180_000,
		what: `hanse-records ${args[0]} ends`,
	});
	return { code, stdout: program.stdout, output };
}

/** Runs hanse-records, and gives what it prints; throws unless it succeeds. */
export async function done(...args: string[]): Promise<string> {
	const { code, stdout, output } = await records(...args);
	if (code !== 0) throw new Error(`hanse-records ${args.join(" ")} ended with ${code}:\n${output}`);
	return stdout;
}

/** What proves a record, as far as it is used here. */
export interface ProofDocument {
	format: string;
	chain: string;
	provider: string;
	sequence: number;
	batch: number;
	index: number;
	leaves: number;
	root: string;
	record: { subject: string; indicator: string; outcome: number; level: string; at: number };
	counted: { weight: number; mass: number; expires: number; imported: boolean };
	siblings: string[];
	proof: string;
	checksum: string;
}

/** What credit_objection answers. */
export interface Contest {
	objection: {
		waitsFor: "answer" | "review";
		deadline: number;
		default: string;
		reason: string;
		votes: { upheld: number; dismissed: number; frivolous: number };
		majority: number;
		free: boolean;
	} | null;
	decision: { resolution: string; removed: boolean } | null;
}

/** What credit_recordStatus answers. */
export interface Status extends Contest {
	provider: string;
	sequence: number;
	batch: number;
	recorded: number;
	stage: "refused" | "private" | "agreed" | "applied" | "disputed" | "removed" | "expired";
	deadline: number | null;
	level: string | null;
	raised: boolean;
}

/** Has a node prove a record, at its best block unless told otherwise. */
export async function proofOf(
	{ http }: { http: string },
	provider: string,
	sequence: number,
	at = "best",
): Promise<ProofDocument> {
	return (await ask<{ document: ProofDocument }>(http, "credit_recordProof", provider, sequence, at)).document;
}

/** The same, as soon as the record is final. */
export function finalProofOf(node: { http: string }, provider: string, sequence: number): Promise<ProofDocument> {
	const unknown = (error: RpcError): undefined => {
		if (error.code !== 9107) throw error;
	};
	return until(() => proofOf(node, provider, sequence, "finalized").catch(unknown), {
		within: 60_000,
		what: `record ${sequence} is final`,
	});
}

/** The number of a provider's next record, in the best block. */
export const nextSequence = async (api: ApiPromise, provider: string): Promise<number> =>
	Number(await view(api, "CreditRecords", "next_sequence", provider));

/** The score of a subject as it would be at a moment without further evidence, in full. */
export const scoreAt = async (api: ApiPromise, subject: string, moment: number): Promise<unknown> =>
	(await view(api, "CreditScore", "score_at", subject, moment)).toJSON();
