import { after, before, describe } from "node:test";
import { dataAccess } from "./network/access.ts";
import { audits } from "./network/audit.ts";
import { consensus } from "./network/consensus.ts";
import { credit } from "./network/credit.ts";
import { governance } from "./network/governance.ts";
import { creditLines } from "./network/lines.ts";
import { creditRecords } from "./network/records.ts";
import { replay } from "./network/replay.ts";
import { start, stop } from "./network/shared.ts";
import { tradeNetwork } from "./network/trade-network.ts";

// A network takes half a minute to start, so these tests share one. In this order: finality is
// measured while nothing else happens, a history is imported before newer evidence moves the clock, what
// ends the import comes after it, documents are given by who is a member from the start, the four are
// alone until they admit a fifth, and an audit goes over all of it.
describe("a network of four validators", () => {
	before(start);
	after(stop);

	consensus();
	replay();
	credit();
	tradeNetwork();
	creditRecords();
	dataAccess();
	creditLines();
	governance();
	audits();
});
