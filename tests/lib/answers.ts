import { Agent, request } from "node:http";

/** Asks for scores one after the other over one connection; milliseconds from question to answer. */
export async function answerTimes(url: string, accounts: string[], questions: number): Promise<number[]> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const times: number[] = [];
	try {
		for (let i = 0; i < questions; i++) {
			const params = [accounts[i % accounts.length]];
			const since = performance.now();
			const question = { jsonrpc: "2.0", id: i, method: "credit_score", params };
			const answer = await post(url, agent, JSON.stringify(question));
			times.push(performance.now() - since);
			if (!("result" in JSON.parse(answer))) throw new Error(`no score for ${params}: ${answer}`);
		}
	} finally {
		agent.destroy();
	}
	return times;
}

function post(url: string, agent: Agent, body: string): Promise<string> {
	return new Promise((done, fail) => {
		const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
		const question = request(url, { method: "POST", agent, headers }, (response) => {
			let text = "";
			response.setEncoding("utf8");
			response.on("data", (part: string) => (text += part));
			response.on("end", () => done(text));
			response.on("error", fail);
		});
		question.on("error", fail);
		question.end(body);
	});
}
