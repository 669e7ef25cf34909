import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ApiPromise } from "@polkadot/api";
import { Program, binaries } from "./network.ts";
import { inTime } from "./until.ts";

const path = join(binaries, "hanse-operate");

/** Whether the operator's tool is built. */
export const canOperate = (): boolean => existsSync(path);

/** Runs hanse-operate, and gives what it prints; throws if it fails. */
export async function operate(...args: string[]): Promise<string> {
	const program = new Program(path, args);
	const what = `hanse-operate ${args[0]} ends`;
	const { code, output } = await inTime(program.ended, { within: 180_000, what });
	if (code !== 0) throw new Error(`hanse-operate ${args.join(" ")} ended with ${code}:\n${output}`);
	return program.stdout;
}

/** The number of the motion that was proposed last. */
export async function lastMotion(api: ApiPromise): Promise<number> {
	return Number((await api.query.council.proposalCount()).toString()) - 1;
}
