import { join } from "node:path";
import { Program, binaries } from "./network.ts";
import type { History } from "./ratings.ts";
import { inTime } from "./until.ts";

/** What hanse-replay --json tells, as far as it is used here. */
export interface Report {
	records: number;
	seconds: number;
	records_per_second: number | null;
	fraudulent_sources_auc: number | null;
	fairness_goodness_fraudulent_sources_auc: number | null;
	early_warning_auc: number | null;
	naive_early_warning_auc: number | null;
	/** On a chain only. */
	submitted?: number;
	differing_sources?: number;
	differing_subjects?: number;
	differing_risks?: number;
}

/** Starts a replay: offline, or on the chain of the node. */
export function startReplay(
	{ ratings, labels }: History,
	where: "offline" | { ws: string },
	...more: string[]
): Program {
	const args = [ratings, "--json", ...more];
	if (labels) args.push("--labels", labels);
	if (where === "offline") args.push("--offline");
	else args.push("--url", where.ws);
	return new Program(join(binaries, "hanse-replay"), args);
}

/** Waits for the end of a replay, and gives what it tells. */
export async function report(program: Program, within = 180_000): Promise<Report> {
	const { code, output } = await inTime(program.ended, { within, what: "the replay ends" });
	if (code !== 0) throw new Error(`the replay failed (${code}):\n${output}`);
	return JSON.parse(program.stdout) as Report;
}
