import { after, before, describe } from "node:test";
import { governance } from "../network/governance.ts";
import { start, stop } from "../network/shared.ts";

/** What is wrong, stale or done twice is refused: the tests of the shared network, alone. */
export const refusals = (): void => {
	describe("a network of four validators", () => {
		before(start);
		after(stop);
		governance();
	});
};
