//! The network as a picture, in SVG.

use crate::{communities::Communities, graph::Graph, layout::Point};
use std::{
	collections::{BTreeMap, BTreeSet},
	fmt::{self, Write},
};

/// What a picture shows.
pub struct Picture<'a> {
	/// What stands on top.
	pub title: String,
	/// What is told beside the network: a name and a value in each line.
	pub facts: Vec<(String, String)>,
	/// The network.
	pub graph: &'a Graph,
	/// Where everybody stands.
	pub points: &'a [Point],
	/// What colours mean.
	pub communities: &'a Communities,
	/// What sizes mean: the larger the value, the larger the circle.
	pub sizes: &'a [f64],
	/// What the values are called.
	pub size_name: &'static str,
	/// Pairs, by place, that are drawn to be seen.
	pub marked: BTreeSet<(usize, usize)>,
}

/// Colours that can be told apart, for the largest communities.
const COLOURS: [&str; 12] = [
	"#4e79a7", "#f28e2b", "#59a14f", "#e15759", "#b07aa1", "#1fa2a8", "#d4a600", "#9c755f",
	"#ff7fa7", "#7b6fd0", "#8cb33b", "#3b5b52",
];

/// The colour of all others.
const OTHERS: &str = "#b4b4b4";

/// The colour of relationships from one community to another.
const BETWEEN: &str = "#8a8f98";

/// The colour of marked relationships.
const MARK: &str = "#c8102e";

const WIDTH: f64 = 1_600.0;
const HEIGHT: f64 = 1_100.0;

/// The part of the picture that the network is in: left, top, width and height.
const FIELD: [f64; 4] = [30.0, 80.0, 1_180.0, 990.0];

/// Where the legend begins.
const LEGEND: f64 = 1_250.0;

/// How many enterprises have their number beside them.
const NAMED: usize = 15;

impl Picture<'_> {
	/// Draws it.
	pub fn to_svg(&self) -> String {
		let mut svg = String::new();
		// Writing to a string does not fail.
		let _ = self.draw(&mut svg);
		svg
	}

	fn draw(&self, out: &mut String) -> fmt::Result {
		writeln!(
			out,
			r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif">"#
		)?;
		writeln!(out, "<title>{}</title>", escaped(&self.title))?;
		writeln!(out, r##"<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>"##)?;
		writeln!(
			out,
			r##"<text x="30" y="48" font-size="28" font-weight="bold" fill="#222222">{}</text>"##,
			escaped(&self.title)
		)?;
		let radii = self.radii();
		let points = apart(fitted(self.points, &self.graph.degrees()), &radii);
		self.draw_relationships(out, &points)?;
		self.draw_enterprises(out, &points, &radii)?;
		self.draw_names(out, &points, &radii)?;
		self.draw_legend(out)?;
		out.push_str("</svg>\n");
		Ok(())
	}

	/// The colour of an enterprise. Who has no partner is no community to show.
	fn colour(&self, place: usize) -> &'static str {
		match self.graph.degree(place) {
			0 => OTHERS,
			_ => colour_of(self.communities.of[place]),
		}
	}

	/// How large the circles are. The area grows with the value, and all get smaller when there are
	/// many.
	fn radii(&self) -> Vec<f64> {
		let room = (FIELD[2] * FIELD[3] / self.graph.len().max(1) as f64).sqrt();
		let smallest = (room * 0.1).clamp(1.3, 5.0);
		let largest = (room * 0.35).clamp(15.0, 22.0);
		let most = self.sizes.iter().copied().fold(0.0, f64::max);
		let radius = |value: &f64| {
			let share = crate::graph::ratio(*value, most).max(0.0).sqrt();
			smallest + (largest - smallest) * share
		};
		self.sizes.iter().map(radius).collect()
	}

	/// Relationships from one community to another lie lowest, those within on top of them.
	fn draw_relationships(&self, out: &mut String, points: &[Point]) -> fmt::Result {
		let many = self.graph.relationships().max(1) as f64;
		let opacity = (40.0 / many.sqrt()).clamp(0.1, 0.6);
		let width = (60.0 / many.sqrt()).clamp(0.4, 1.6);
		let line = |out: &mut String, (a, b): (usize, usize)| {
			let ([ax, ay], [bx, by]) = (points[a], points[b]);
			write!(out, "M{ax:.1} {ay:.1}L{bx:.1} {by:.1}")
		};
		let colours = [BETWEEN].into_iter().chain(COLOURS).chain([OTHERS]);
		for colour in colours {
			let of_pair = |(a, b): (usize, usize)| {
				let together = self.communities.of[a] == self.communities.of[b];
				if together { self.colour(a) } else { BETWEEN }
			};
			let mut path = String::new();
			for pair in self.graph.pairs() {
				if of_pair(pair) == colour && !self.marked.contains(&pair) {
					line(&mut path, pair)?;
				}
			}
			if path.is_empty() {
				continue;
			}
			// What leads elsewhere is fainter.
			let opacity = if colour == BETWEEN { opacity * 0.5 } else { opacity };
			writeln!(
				out,
				r#"<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:.2}" stroke-opacity="{opacity:.2}"/>"#
			)?;
		}
		let mut path = String::new();
		self.marked.iter().try_for_each(|pair| line(&mut path, *pair))?;
		if !path.is_empty() {
			writeln!(
				out,
				r#"<path d="{path}" fill="none" stroke="{MARK}" stroke-width="1.4" stroke-opacity="0.85"/>"#
			)?;
		}
		Ok(())
	}

	/// The largest lie lowest, so that they hide nobody.
	fn draw_enterprises(&self, out: &mut String, points: &[Point], radii: &[f64]) -> fmt::Result {
		let mut order = (0..self.graph.len()).collect::<Vec<_>>();
		order.sort_by(|a, b| radii[*b].total_cmp(&radii[*a]).then(a.cmp(b)));
		writeln!(out, r##"<g stroke="#ffffff" stroke-width="0.5">"##)?;
		for place in order {
			let [x, y] = points[place];
			writeln!(
				out,
				r#"<circle cx="{x:.1}" cy="{y:.1}" r="{:.1}" fill="{}"/>"#,
				radii[place],
				self.colour(place)
			)?;
		}
		writeln!(out, "</g>")
	}

	fn draw_names(&self, out: &mut String, points: &[Point], radii: &[f64]) -> fmt::Result {
		let named = crate::centrality::ranking(self.sizes);
		writeln!(out, r#"<g font-size="14" font-weight="bold" text-anchor="middle">"#)?;
		for place in named.into_iter().take(NAMED).filter(|place| self.sizes[*place] > 0.0) {
			let ([x, y], id) = (points[place], self.graph.id(place));
			// Within the circle if there is room, above it if not.
			let y = if radii[place] >= 13.0 { y + 5.0 } else { y - radii[place] - 3.0 };
			writeln!(
				out,
				r##"<text x="{x:.1}" y="{y:.1}" fill="none" stroke="#ffffff" stroke-width="3" stroke-opacity="0.85" stroke-linejoin="round">{id}</text><text x="{x:.1}" y="{y:.1}" fill="#222222">{id}</text>"##
			)?;
		}
		writeln!(out, "</g>")
	}

	fn draw_legend(&self, out: &mut String) -> fmt::Result {
		let mut y = 104.0;
		writeln!(out, r##"<g font-size="16" fill="#333333">"##)?;
		for (name, value) in &self.facts {
			let (name, value) = (escaped(name), escaped(value));
			writeln!(
				out,
				r#"<text x="{LEGEND}" y="{y}">{name}</text><text x="1570" y="{y}" text-anchor="end">{value}</text>"#
			)?;
			y += 25.0;
		}
		y += 18.0;
		writeln!(out, r#"<text x="{LEGEND}" y="{y}" font-weight="bold">Communities</text>"#)?;
		let mut sizes = vec![0usize; self.communities.count];
		self.communities.of.iter().for_each(|community| sizes[*community] += 1);
		let shown = sizes.iter().take(COLOURS.len()).take_while(|size| **size > 1).count();
		for (community, size) in sizes.iter().take(shown).enumerate() {
			y += 25.0;
			let around = (0..self.graph.len())
				.filter(|place| self.communities.of[*place] == community)
				.max_by(|a, b| self.sizes[*a].total_cmp(&self.sizes[*b]).then(b.cmp(a)))
				.map_or(0, |place| self.graph.id(place));
			self.draw_key(out, y, colour_of(community), &format!("around {around}"), *size)?;
		}
		let others = sizes.iter().skip(shown).sum::<usize>();
		if others > 0 {
			y += 25.0;
			let name = format!("{} others", sizes.len() - shown);
			self.draw_key(out, y, OTHERS, &name, others)?;
		}
		y += 43.0;
		let mut notes = vec![format!("Size: {}", self.size_name), "Colour: community".to_owned()];
		if !self.marked.is_empty() {
			notes.push(format!("Red: {} new relationships", grouped(self.marked.len() as u64)));
		}
		for note in notes {
			writeln!(out, r##"<text x="{LEGEND}" y="{y}" fill="#666666">{note}</text>"##)?;
			y += 23.0;
		}
		writeln!(out, "</g>")
	}

	fn draw_key(
		&self,
		out: &mut String,
		y: f64,
		colour: &str,
		name: &str,
		size: usize,
	) -> fmt::Result {
		writeln!(
			out,
			r#"<circle cx="{}" cy="{}" r="8" fill="{colour}"/><text x="{}" y="{y}">{name}</text><text x="1570" y="{y}" text-anchor="end">{}</text>"#,
			LEGEND + 8.0,
			y - 5.0,
			LEGEND + 26.0,
			grouped(size as u64)
		)
	}
}

/// The colour of a community.
fn colour_of(community: usize) -> &'static str {
	COLOURS.get(community).copied().unwrap_or(OTHERS)
}

/// The points moved and scaled into the field. Those without partners, and a few others that are far
/// outside, are brought nearer, so that they do not make all others small.
fn fitted(points: &[Point], degrees: &[usize]) -> Vec<Point> {
	let [left, top, width, height] = FIELD;
	let margin = 24.0;
	let mut fitted = points.to_vec();
	for (axis, (begin, size)) in [(left, width), (top, height)].into_iter().enumerate() {
		let with_partners = points.iter().zip(degrees).filter(|(_, degree)| **degree > 0);
		let mut values = with_partners.map(|(point, _)| point[axis]).collect::<Vec<_>>();
		if values.is_empty() {
			values.extend(points.iter().map(|point| point[axis]));
		}
		values.sort_by(f64::total_cmp);
		let Some(last) = values.len().checked_sub(1) else { continue };
		let quantile = |share: f64| values[(share * last as f64).round() as usize];
		let (low, high) = (quantile(0.005), quantile(0.995));
		let span = (high - low).max(1e-9);
		let squeezed = |value: f64| {
			let at = (value - low) / span;
			let beyond = |by: f64| 0.06 * by / (by + 0.25);
			if at < 0.0 {
				-beyond(-at)
			} else if at > 1.0 {
				1.0 + beyond(at - 1.0)
			} else {
				at
			}
		};
		let all = points.iter().map(|point| squeezed(point[axis]));
		let least = all.clone().fold(f64::INFINITY, f64::min);
		let most = all.fold(f64::NEG_INFINITY, f64::max);
		for (point, fitted) in points.iter().zip(&mut fitted) {
			let share = crate::graph::ratio(squeezed(point[axis]) - least, most - least);
			let share = if most > least { share } else { 0.5 };
			fitted[axis] = begin + margin + share * (size - 2.0 * margin);
		}
	}
	fitted
}

/// The points moved a little, so that circles do not hide each other. Where there is no room they
/// still do.
fn apart(mut points: Vec<Point>, radii: &[f64]) -> Vec<Point> {
	const ROUNDS: usize = 40;
	const GAP: f64 = 0.5;
	// No two circles touch whose cells do not.
	let cell = (radii.iter().copied().fold(0.0, f64::max) + GAP) * 2.0;
	let [left, top, width, height] = FIELD;
	for _ in 0..ROUNDS {
		let of_point = |[x, y]: Point| [(x / cell).floor() as i64, (y / cell).floor() as i64];
		let mut cells = BTreeMap::<[i64; 2], Vec<usize>>::new();
		for (place, point) in points.iter().enumerate() {
			cells.entry(of_point(*point)).or_default().push(place);
		}
		let mut moved = false;
		for place in 0..points.len() {
			let [column, row] = of_point(points[place]);
			let around = (-1..=1).flat_map(|x| (-1..=1).map(move |y| [column + x, row + y]));
			for other in around.filter_map(|at| cells.get(&at)).flatten().copied() {
				if other <= place {
					continue;
				}
				let ([ax, ay], [bx, by]) = (points[place], points[other]);
				let (x, y) = (bx - ax, by - ay);
				let (distance, wanted) = (x.hypot(y), radii[place] + radii[other] + GAP);
				if distance >= wanted {
					continue;
				}
				moved = true;
				// On top of each other, they go apart in a direction of their own.
				let (y_away, x_away) = (place as f64 + other as f64).sin_cos();
				let (x, y) =
					if distance < 1e-6 { (x_away, y_away) } else { (x / distance, y / distance) };
				// The smaller one gives way.
				let (of_one, of_other) = (radii[place].powi(2), radii[other].powi(2));
				let step = (wanted - distance) / 2.0;
				let share = of_other / (of_one + of_other);
				points[place] = [ax - x * step * share, ay - y * step * share];
				points[other] = [bx + x * step * (1.0 - share), by + y * step * (1.0 - share)];
			}
		}
		for (point, radius) in points.iter_mut().zip(radii) {
			point[0] = point[0].clamp(left + radius, left + width - radius);
			point[1] = point[1].clamp(top + radius, top + height - radius);
		}
		if !moved {
			break;
		}
	}
	points
}

/// A number with commas between the thousands.
pub fn grouped(number: u64) -> String {
	let digits = number.to_string();
	let mut text = String::new();
	for (index, digit) in digits.char_indices() {
		if index > 0 && (digits.len() - index).is_multiple_of(3) {
			text.push(',');
		}
		text.push(digit);
	}
	text
}

fn escaped(text: &str) -> String {
	text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{centrality, communities, layout};

	fn svg(graph: &Graph, marked: BTreeSet<(usize, usize)>) -> String {
		let communities = communities::find(graph, 1);
		let betweenness = centrality::betweenness(graph);
		Picture {
			title: "A <small> network".into(),
			facts: vec![("density".into(), "0.1".into())],
			graph,
			points: &layout::place(graph, &communities),
			communities: &communities,
			sizes: &betweenness,
			size_name: "betweenness",
			marked,
		}
		.to_svg()
	}

	#[test]
	fn everybody_and_every_relationship_is_there_once() {
		let graph = Graph::with_pairs(6, &[(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)]);
		let svg = svg(&graph, BTreeSet::from([(2, 3)]));
		assert_eq!(svg.matches("<circle").count(), 6 + 2 + 1);
		assert_eq!(svg.matches('L').count() - svg.matches("<title>").count() + 1, 5);
		assert!(svg.contains("A &lt;small&gt; network") && !svg.contains("NaN"));
		assert!(svg.contains(MARK) && svg.contains("Red: 1 new relationships"));
		assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
	}

	#[test]
	fn an_empty_network_is_an_empty_picture() {
		let svg = svg(&Graph::with_pairs(0, &[]), BTreeSet::new());
		assert!(svg.starts_with("<svg") && svg.ends_with("</svg>\n") && !svg.contains("NaN"));
	}

	#[test]
	fn points_stay_in_the_field() {
		let mut points =
			(0..1_000).map(|n| [f64::from(n % 37), f64::from(n % 11)]).collect::<Vec<_>>();
		points.push([1e6, -1e9]);
		let [left, top, width, height] = FIELD;
		let fitted = fitted(&points, &[1; 1_001]);
		for [x, y] in &fitted {
			assert!(*x >= left && *x <= left + width && *y >= top && *y <= top + height);
		}
		// The one outside leaves most of the room to the others.
		assert!(fitted[36][0] - fitted[0][0] > width * 0.8);
	}

	#[test]
	fn circles_do_not_hide_each_other() {
		let points = (0..60)
			.map(|n| [500.0 + f64::from(n % 8) * 6.0, 500.0 + f64::from(n / 8) * 6.0])
			.collect::<Vec<_>>();
		let radii = (0..60).map(|n| 3.0 + f64::from(n % 5)).collect::<Vec<_>>();
		let apart = apart(points, &radii);
		for a in 0..60 {
			for b in a + 1..60 {
				let distance = (apart[a][0] - apart[b][0]).hypot(apart[a][1] - apart[b][1]);
				assert!(distance > (radii[a] + radii[b]) * 0.8, "{a} and {b}: {distance}");
			}
		}
	}

	#[test]
	fn thousands_are_set_apart() {
		assert_eq!(
			[0, 999, 1_000, 21_492, 1_234_567].map(grouped),
			["0", "999", "1,000", "21,492", "1,234,567"]
		);
	}
}
