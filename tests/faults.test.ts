import { absence } from "./faults/absence.ts";
import { define } from "./faults/chosen.ts";
import { equivocatingAuthor, equivocatingVoter } from "./faults/equivocation.ts";
import { fourSevenFour } from "./faults/four-seven-four.ts";
import { membersOnly } from "./faults/members-only.ts";
import { oneOfFour } from "./faults/one-of-four.ts";
import { quorumLoss } from "./faults/quorum-loss.ts";
import { randomKills } from "./faults/random-kills.ts";
import { refusals } from "./faults/refusals.ts";
import { twoOfFour } from "./faults/two-of-four.ts";
import { upgrade } from "./faults/upgrade.ts";

// What scripts/faults runs. Each on a network of its own, one after the other.
define({
	"one-of-four": oneOfFour,
	"two-of-four": twoOfFour,
	"random-kills": randomKills,
	"equivocating-author": equivocatingAuthor,
	"equivocating-voter": equivocatingVoter,
	"four-seven-four": fourSevenFour,
	"quorum-loss": quorumLoss,
	absence,
	"members-only": membersOnly,
	upgrade,
	refusals,
});
