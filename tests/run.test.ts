import assert from "node:assert/strict";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { finalHeight } from "./lib/chain.ts";
import { Network, alive, run, temporary } from "./lib/network.ts";
import { snapshot } from "./lib/snapshot.ts";
import { inTime, until } from "./lib/until.ts";

describe("scripts/run", () => {
	const folder = temporary();
	after(() => rmSync(folder, { recursive: true, force: true }));

	const end = (...args: string[]) =>
		inTime(run(...args).ended, { within: 30_000, what: `run ${args.join(" ")} ends` });

	it("explains itself", async () => {
		const { code, output } = await end("--help");
		assert.equal(code, 0);
		for (const option of ["--data", "--wipe", "--port-base", "--free-ports", "--no-build", "--session-length"]) {
			assert.match(output, new RegExp(option));
		}
	});

	it("refuses what it does not know", async () => {
		const { code, output } = await end("--sudo");
		assert.equal(code, 1);
		assert.match(output, /unknown option --sudo/);
	});

	it("refuses sessions without a length", async () => {
		const { code, output } = await end("--session-length", "0");
		assert.equal(code, 1);
		assert.match(output, /needs a number of blocks/);
	});

	it("keeps away from a folder that is not a network's, even to wipe it", async () => {
		const data = join(folder, "home");
		mkdirSync(data);
		writeFileSync(join(data, "letter.txt"), "dear");
		const { code, output } = await end("--no-build", "--wipe", "--data", data);
		assert.equal(code, 1);
		assert.match(output, /letter\.txt/);
		assert.ok(existsSync(join(data, "letter.txt")));
	});

	it("names a port that is in use", async () => {
		const server = createServer().listen(0, "127.0.0.1");
		await new Promise((listening) => server.once("listening", listening));
		const { port } = server.address() as { port: number };
		const data = join(folder, "ports");
		const { code, output } = await end("--no-build", "--data", data, "--port-base", String(port - 2));
		server.close();
		assert.equal(code, 1);
		assert.match(output, new RegExp(`port ${port} is in use`));
	});

	it("is alone on its chain, and continues it after a stop and after a death", async (t) => {
		const data = join(folder, "chain");
		let network = await Network.start(data, "--session-length", "25");
		const { genesis } = network.description;
		assert.match(genesis, /^0x[0-9a-f]{64}$/);
		const height = await finalHeight(network.nodes[0]!);
		const session = await snapshot(network.nodes[0]!.http, ["SessionLength", "Length"]);
		assert.deepEqual(Object.values(session), ["0x19000000"]);

		const second = await end("--no-build", "--free-ports", "--data", data);
		assert.equal(second.code, 1);
		assert.match(second.output, /already uses/);

		const since = Date.now();
		const { code, output } = await network.stop("SIGINT");
		t.diagnostic(`stopped in ${(Date.now() - since) / 1000} s`);
		assert.equal(code, 0, output);
		for (const { pid } of network.nodes) assert.equal(alive(pid), false);
		assert.equal(existsSync(join(data, "network.json")), false);

		const longer = await end("--no-build", "--free-ports", "--data", data, "--session-length", "30");
		assert.equal(longer.code, 1);
		assert.match(longer.output, /has sessions of 25 blocks/);

		network = await Network.start(data);
		assert.equal(network.description.genesis, genesis);
		assert.ok((await finalHeight(network.nodes[0]!)) >= height);

		const killed = await network.stop("SIGKILL");
		assert.equal(killed.signal, "SIGKILL");
		await until(() => network.nodes.every(({ pid }) => !alive(pid)), {
			within: 30_000,
			what: "the validators of a killed script end",
		});

		network = await Network.start(data);
		assert.equal(network.description.genesis, genesis);
		assert.ok((await finalHeight(network.nodes[0]!)) >= height);

		// When a validator dies, the script says which, and stops the others.
		process.kill(network.nodes[2]!.pid, "SIGKILL");
		const fallen = await network.ended();
		assert.equal(fallen.code, 1);
		assert.match(fallen.output, /charlie's node ended by itself/);
		for (const { pid } of network.nodes) assert.equal(alive(pid), false);
	});
});
