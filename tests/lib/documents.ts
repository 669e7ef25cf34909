import { existsSync } from "node:fs";
import { join } from "node:path";
import { stringToU8a, u8aConcat } from "@polkadot/util";
import { blake2AsHex, blake2AsU8a } from "@polkadot/util-crypto";
import { Program, binaries } from "./network.ts";
import { inTime } from "./until.ts";

const path = join(binaries, "hanse-documents");

/** Whether the tool for documents is built. */
export const canSeal = (): boolean => existsSync(path);

/** Runs hanse-documents, and gives what it prints, and its exit status. */
export async function documents(
	...args: string[]
): Promise<{ code: number | null; stdout: string; output: string }> {
	const program = new Program(path, args);
	const what = `hanse-documents ${args[0]} ends`;
	const { code, output } = await inTime(program.ended, { within: 60_000, what });
	return { code, stdout: program.stdout, output };
}

/** Runs hanse-documents, and gives what it prints; throws unless it succeeds. */
export async function printed(...args: string[]): Promise<string> {
	const { code, stdout, output } = await documents(...args);
	if (code !== 0) throw new Error(`hanse-documents ${args.join(" ")} ended with ${code}:\n${output}`);
	return stdout;
}

/** What stands for a document and for its wrapped key, as `seal` prints it. */
export interface Sealed {
	commitment: string;
	keys: string;
}

/** All that was disclosed about an enterprise, as `log` prints it. */
export interface Log {
	subject: string;
	block: number;
	head: string;
	disclosures: {
		number: number;
		block: number;
		at: number;
		discloser: string;
		recipient: string;
		category: string;
		purpose: string;
		channel: string;
		grant: number | null;
		documents: string[];
	}[];
}

/** The commitment of a document, computed as docs/data-protection.md tells it and not by the tool. */
export const documentCommitment = (salt: Uint8Array, document: Uint8Array): string =>
	blake2AsHex(u8aConcat(stringToU8a("hanse/document/1"), salt, blake2AsU8a(document)));

/** The commitment to the wrapped keys of sealed documents, computed likewise. */
export function keysCommitment(...sealed: Buffer[]): string {
	const hashes = sealed.map((file) => blake2AsU8a(header(file))).sort(Buffer.compare);
	return blake2AsHex(u8aConcat(stringToU8a("hanse/keys/1"), ...hashes));
}

/** From the first byte of a sealed document to the end of the line that begins with `---`. */
function header(sealed: Buffer): Uint8Array {
	const last = sealed.indexOf("\n---") + 1;
	return sealed.subarray(0, sealed.indexOf("\n", last) + 1);
}
