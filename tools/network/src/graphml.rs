//! The network in GraphML, which Gephi, yEd, Cytoscape and networkx read.

use crate::{figures::Node, layout::Point, source::Trade};
use hanse_network_model::RelationshipKind;
use std::fmt::{self, Write};

/// What is told of each enterprise: name, type and value.
type Column = (&'static str, &'static str, fn(&Node) -> Option<String>);

const COLUMNS: [Column; 12] = [
	("country", "string", |node| node.country.map(|country| country.to_string())),
	("sector", "string", |node| node.sector.map(|sector| sector.to_string())),
	("score", "int", |node| node.score.map(|score| score.to_string())),
	("orders", "long", |node| node.orders.map(|orders| orders.to_string())),
	("degree", "int", |node| Some(node.degree.to_string())),
	("triangles", "int", |node| Some(node.triangles.to_string())),
	("cycles", "int", |node| Some(node.cycles.to_string())),
	("closedRing", "boolean", |node| Some(node.closed_ring.to_string())),
	("core", "int", |node| Some(node.core.to_string())),
	("community", "int", |node| Some(node.community.to_string())),
	("betweenness", "double", |node| Some(node.betweenness.to_string())),
	("pagerank", "double", |node| Some(node.pagerank.to_string())),
];

/// Writes it down. Relationships are undirected; for each kind, `arcs` tells who gives: `carries:lo`
/// is given by the smaller id, `carries:hi` by the larger one.
pub fn write(trade: &Trade, nodes: &[Node], points: &[Point]) -> String {
	let mut out = String::new();
	// Writing to a string does not fail.
	let _ = write_to(&mut out, trade, nodes, points);
	out
}

fn write_to(out: &mut String, trade: &Trade, nodes: &[Node], points: &[Point]) -> fmt::Result {
	writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
	writeln!(out, r#"<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"#)?;
	let places = [("x", "double"), ("y", "double")];
	for (name, kind) in COLUMNS.iter().map(|(name, kind, _)| (*name, *kind)).chain(places) {
		writeln!(out, r#"<key id="{name}" for="node" attr.name="{name}" attr.type="{kind}"/>"#)?;
	}
	writeln!(out, r#"<key id="arcs" for="edge" attr.name="arcs" attr.type="string"/>"#)?;
	writeln!(out, r#"<graph id="trade" edgedefault="undirected">"#)?;
	for (node, [x, y]) in nodes.iter().zip(points) {
		write!(out, r#"<node id="{}">"#, node.id)?;
		for (name, _, value) in COLUMNS {
			if let Some(value) = value(node) {
				write!(out, r#"<data key="{name}">{value}</data>"#)?;
			}
		}
		writeln!(out, r#"<data key="x">{x:.3}</data><data key="y">{y:.3}</data></node>"#)?;
	}
	for ((lo, hi), arcs) in &trade.relationships {
		let arcs = arcs.iter().map(|(kind, giver_is_lo)| {
			let kind = match kind {
				RelationshipKind::Supplies => "supplies",
				RelationshipKind::Carries => "carries",
				RelationshipKind::Finances => "finances",
				RelationshipKind::Insures => "insures",
			};
			format!("{kind}:{}", if giver_is_lo { "lo" } else { "hi" })
		});
		let arcs = arcs.collect::<Vec<_>>().join(" ");
		writeln!(
			out,
			r#"<edge source="{lo}" target="{hi}"><data key="arcs">{arcs}</data></edge>"#
		)?;
	}
	writeln!(out, "</graph>\n</graphml>")
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::source::csv;

	#[test]
	fn what_is_not_known_is_left_out() {
		let mut trade = Trade::default();
		csv::read_edges(&b"1,2\n2,1\n3,2\n"[..], &mut trade).unwrap();
		csv::read_nodes(&b"2,DE,46,,\n"[..], &mut trade).unwrap();
		let nodes = crate::figures::compute(&trade, 1, 1).nodes;
		let text = write(&trade, &nodes, &[[0.0, 1.0]; 3]);
		assert_eq!((text.matches("<node ").count(), text.matches("<edge ").count()), (3, 2));
		assert!(text.contains(r#"<node id="2"><data key="country">DE</data><data key="sector">46</data><data key="degree">2</data>"#));
		assert!(text.contains(r#"<node id="1"><data key="degree">1</data>"#));
		assert!(text.contains(r#"<data key="arcs">supplies:lo supplies:hi</data>"#));
		assert!(
			text.contains(r#"<edge source="2" target="3"><data key="arcs">supplies:hi</data>"#)
		);
	}
}
