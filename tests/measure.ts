// What scripts/measure runs: RATINGS LABELS JSON, the last two possibly empty.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { connect, view } from "./lib/chain.ts";
import { answerTimes } from "./lib/answers.ts";
import { traderAccount } from "./lib/credit.ts";
import { finalityLags } from "./lib/finality.ts";
import { Network } from "./lib/network.ts";
import { report, startReplay } from "./lib/replay.ts";
import { quantile } from "./lib/until.ts";

const [ratings = "", labels, json] = process.argv.slice(2);
const history = labels ? { ratings, labels } : { ratings };
const HOUR = 3_600_000;

const offline = await report(startReplay(history, "offline"), HOUR);

const network = await Network.start();
try {
	const node = network.nodes[0]!;
	const api = await connect(node);
	const idle = await finalityLags(api, 60);

	const online = await report(startReplay(history, node), HOUR);
	const recorded = Number(await view(api, "CreditRecords", "next_sequence", node.account));
	if (recorded !== online.records) throw new Error(`${recorded} of ${online.records} are recorded`);
	await api.disconnect();

	const rated = readFileSync(ratings, "utf8").trim().split("\n").map((line) => line.split(",")[1]);
	const accounts = [...new Set(rated)].map((trader) => traderAccount(Number(trader)));
	const answers = await answerTimes(node.http, accounts, 1_000);

	const figures = {
		machine: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
		records: online.records,
		offline_seconds: offline.seconds,
		replay_seconds: online.seconds,
		records_per_second: online.records_per_second,
		early_warning_auc: online.early_warning_auc,
		early_warning_auc_offline: offline.early_warning_auc,
		early_warning_auc_baseline: online.naive_early_warning_auc,
		fraudulent_sources_auc: online.fraudulent_sources_auc,
		fraudulent_sources_auc_offline: offline.fraudulent_sources_auc,
		fraudulent_sources_auc_baseline: online.fairness_goodness_fraudulent_sources_auc,
		differing_from_offline: {
			sources: online.differing_sources,
			subjects: online.differing_subjects,
			risks: online.differing_risks,
		},
		finality_median_seconds: quantile(idle, 0.5),
		finality_longest_seconds: Math.max(...idle),
		answer_p50_ms: quantile(answers, 0.5),
		answer_p99_ms: quantile(answers, 0.99),
	};
	if (json) writeFileSync(json, JSON.stringify(figures, null, "\t") + "\n");

	const n = (value: number | null | undefined, digits: number): string => value?.toFixed(digits) ?? "–";
	const rows = [
		["figure", "measured", "bar"],
		["---", "---", "---"],
		[`whole history through four validators (${figures.records} ratings)`, `${n(figures.replay_seconds, 0)} s`, ""],
		["the same offline", `${n(figures.offline_seconds, 2)} s`, ""],
		["early warning, AUC on the chain", n(figures.early_warning_auc, 3), "≥ 0.80"],
		["early warning, AUC offline", n(figures.early_warning_auc_offline, 3), "within 0.02"],
		["early warning, AUC of the plain mean", n(figures.early_warning_auc_baseline, 3), ""],
		["fraudulent sources, AUC on the chain", n(figures.fraudulent_sources_auc, 3), "≥ 0.88"],
		["fraudulent sources, AUC offline", n(figures.fraudulent_sources_auc_offline, 3), "within 0.02"],
		["fraudulent sources, AUC of Fairness-Goodness", n(figures.fraudulent_sources_auc_baseline, 3), ""],
		["finality on the idle network, median of 60 blocks", `${n(figures.finality_median_seconds, 2)} s`, "≤ 4 s"],
		["credit_score, 99 of 100 answers (1,000 asked)", `${n(figures.answer_p99_ms, 1)} ms`, "≤ 20 ms"],
	];
	console.log(`\nOn ${figures.machine}, all four validators on this machine:\n`);
	for (const row of rows) console.log(`| ${row.join(" | ")} |`);
} finally {
	await network.remove();
}
