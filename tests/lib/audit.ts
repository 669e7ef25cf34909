import { existsSync } from "node:fs";
import { join } from "node:path";
import { Program, binaries } from "./network.ts";
import { inTime } from "./until.ts";

const path = join(binaries, "hanse-audit");

/** Whether the tool that recomputes scores is built. */
export const canAudit = (): boolean => existsSync(path);

/** What `score --json` prints, as far as tests look at it. */
export interface Audit {
	chain: string;
	from: number;
	block: number;
	blockHash: string;
	records: number;
	subjects: number;
	sources: number;
	scores: number;
	equal: boolean;
	score?: { account: string; score?: number; grade?: string; thousandths?: number };
	differences: { block: number | null; what: string; account: string; text: string }[];
	further: number;
}

/** Recomputes scores by hanse-audit; also how it ended. */
export async function audit(...args: string[]): Promise<{ code: number | null; audit?: Audit; output: string }> {
	const program = new Program(path, ["score", ...args, "--json"]);
	const { code, output } = await inTime(program.ended, { within: 180_000, what: "hanse-audit ends" });
	return { code, output, audit: program.stdout ? (JSON.parse(program.stdout) as Audit) : undefined };
}
