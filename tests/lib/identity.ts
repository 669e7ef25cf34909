import { join } from "node:path";
import { Program, binaries } from "./network.ts";
import { inTime } from "./until.ts";

/** Runs hanse-identity, and gives what it prints, and its exit status. */
export async function identity(...args: string[]): Promise<{ code: number | null; output: string }> {
	const program = new Program(join(binaries, "hanse-identity"), args);
	const what = `hanse-identity ${args[0]} ends`;
	const { code, output } = await inTime(program.ended, { within: 30_000, what });
	return { code, output };
}
