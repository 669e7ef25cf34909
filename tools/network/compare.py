#!/usr/bin/env python3
"""Computes the figures of `hanse-network figures` with networkx, and compares.

    python3 -m venv env && env/bin/pip install networkx numpy scipy
    hanse-network figures EDGES.csv --out DIR
    env/bin/python compare.py EDGES.csv DIR [--seed N] [--quick | --counts]

Whole numbers have to be equal, values to be within 1e-6, the first 20 the same in the same order (equal
values by id), and modularity at least that of networkx's Louvain less 0.01. What depends on chance
(random graphs) has to be within a few percent. Prints a table; exit status 0 if nothing differs, 1 if
something does, 2 for wrong arguments. `--quick` leaves betweenness and the random graphs out, which
take minutes in networkx. `--counts` compares no more than what a chain keeps, which does not depend on how
enterprises are numbered: so DIR may come from a chain that EDGES.csv was loaded into.
"""

import argparse
import csv
import json
import math
import pathlib
import sys
import zlib

import networkx as nx

TOLERANCE = 1e-6
# In a sparse random graph there are so few triangles that their number varies by a tenth.
CLUSTERING_BY_CHANCE = 0.15
LENGTH_BY_CHANCE = 0.01
LISTED = 20


class Table:
    """What was compared, and how it came out."""

    def __init__(self):
        self.rows = []

    def add(self, name, ours, theirs, same):
        self.rows.append((name, show(ours), show(theirs), same))

    def equal(self, name, ours, theirs):
        self.add(name, ours, theirs, ours == theirs)

    def close(self, name, ours, theirs, tolerance=TOLERANCE):
        self.add(name, ours, theirs, abs(ours - theirs) <= tolerance)

    def near(self, name, ours, theirs, tolerance):
        """What depends on chance."""
        self.add(name, ours, theirs, math.isclose(ours, theirs, rel_tol=tolerance))

    def print(self):
        width = max(len(row[0]) for row in self.rows)
        print(f"{'':{width}}  {'hanse-network':>20}  {'networkx':>20}")
        for name, ours, theirs, same in self.rows:
            print(f"{name:{width}}  {ours:>20}  {theirs:>20}  {'same' if same else 'DIFFERENT'}")
        different = sum(not row[3] for row in self.rows)
        print(f"\n{len(self.rows)} compared, {different} different")
        return different


def show(value):
    return f"{value:.9f}" if isinstance(value, float) else str(value)


def read(path):
    """The arcs of a file: supplier and buyer in each line, names of columns passed over."""
    arcs = nx.DiGraph()
    with open(path, newline="", encoding="utf-8-sig") as file:
        for row in csv.reader(file):
            try:
                source, target = int(row[0]), int(row[1])
            except (ValueError, IndexError):
                continue
            if source != target:
                arcs.add_edge(source, target)
    return arcs


def ranking(values):
    """Ids by falling value, equal ones by id; the last digits are noise."""
    return sorted(values, key=lambda node: (-round(values[node], 12), node))


def bucket(degree):
    """0 | 1 | 2-3 | 4-7 | … | 1024 and more."""
    return min(degree.bit_length(), 11)


def chain_figures(table, figures, arcs, graph):
    """What the chain keeps in whole numbers."""
    ours = figures["network"]
    table.equal("enterprises", ours["enterprises"], graph.number_of_nodes())
    table.equal("relationships", ours["relationships"], graph.number_of_edges())
    table.equal("arcs of supply", ours["supplies"], arcs.number_of_edges())
    mutual = sum(1 for a, b in arcs.edges if arcs.has_edge(b, a))
    table.equal("reciprocated", ours["reciprocated"], mutual)
    triangles = nx.triangles(graph)
    table.equal("triangles", ours["triangles"], sum(triangles.values()) // 3)
    wedges = sum(degree * (degree - 1) // 2 for _, degree in graph.degree)
    table.equal("wedges", ours["wedges"], wedges)
    degrees = [0] * 12
    for _, degree in graph.degree:
        degrees[bucket(degree)] += 1
    table.equal("degrees", " ".join(map(str, ours["degrees"])), " ".join(map(str, degrees)))
    circles = {node: 0 for node in graph}
    for a, b in arcs.edges:
        for c in arcs.successors(b):
            if c != a and arcs.has_edge(c, a):
                circles[a] += 1
    table.equal("circles of supply", ours["cycles"], sum(circles.values()) // 3)
    rings = sum(
        1
        for node, degree in graph.degree
        if degree >= 2 and circles[node] > 0 and triangles[node] == degree * (degree - 1) // 2
    )
    table.equal("in closed rings", ours["inClosedRings"], rings)

    table.close("density", figures["density"], nx.density(graph))
    mean_degree = 2 * graph.number_of_edges() / graph.number_of_nodes()
    table.close("mean degree", figures["meanDegree"], mean_degree)
    table.close("reciprocity", figures["reciprocity"], nx.overall_reciprocity(arcs))
    table.close("clustering", figures["clustering"], nx.transitivity(graph))
    table.close("mean local clustering", figures["meanLocalClustering"], nx.average_clustering(graph))
    return triangles, circles


def ranked(table, name, ours, all_ours, theirs):
    """The first ones, and the values of all."""
    first = ranking(theirs)[:LISTED]
    table.equal(f"{name}, first {LISTED}", *map(digest, ([entry["id"] for entry in ours], first)))
    for rank, (entry, node) in enumerate(zip(ours, first), 1):
        if entry["id"] != node:
            print(f"{name}: rank {rank} is {entry['id']} here and {node} in networkx")
    worst = max((abs(all_ours[node] - theirs[node]) for node in theirs), default=0.0)
    table.close(f"{name}, largest difference of all", worst, 0.0)


def digest(ids):
    """A list in the width of a column."""
    text = " ".join(map(str, ids))
    return text if len(text) <= 20 else f"{text[:11]}… {zlib.crc32(text.encode()) & 0xFFFFFF:06x}"


def largest_left(graph, order, percent):
    gone = set(order[: math.ceil(len(order) * percent / 100)])
    left = graph.subgraph(node for node in graph if node not in gone)
    return max(map(len, nx.connected_components(left)), default=0)


def ring_lattice(count, relationships):
    """Everybody with its nearest neighbours on a circle, round by round."""
    lattice = nx.empty_graph(count)
    for step in range(1, count // 2 + 1):
        for start in range(count):
            if lattice.number_of_edges() == relationships:
                return lattice
            lattice.add_edge(start, (start + step) % count)
    return lattice


def small_world(table, ours, connected, seed, samples=30, of_which_measured=3):
    """Against random graphs of networkx. Paths take long there, and vary little."""
    paths = nx.average_shortest_path_length
    c, l = nx.transitivity(connected), paths(connected)
    table.close("small world: C", ours["network"]["clustering"], c)
    table.close("small world: L", ours["network"]["averagePathLength"], l)
    size = connected.number_of_nodes(), connected.number_of_edges()
    lattice = nx.average_clustering(ring_lattice(*size))
    table.close("small world: Cl", ours["latticeClustering"], lattice)
    clustering, length = [], []
    for sample in range(samples):
        random = nx.gnm_random_graph(*size, seed=seed + sample)
        clustering.append(nx.transitivity(random))
        if sample < of_which_measured:
            largest = random.subgraph(max(nx.connected_components(random), key=len))
            length.append(paths(largest))
    cr, lr = sum(clustering) / len(clustering), sum(length) / len(length)
    chance = CLUSTERING_BY_CHANCE
    table.near("small world: Cr (by chance)", ours["random"]["clustering"], cr, chance)
    random_length = ours["random"]["averagePathLength"]
    table.near("small world: Lr (by chance)", random_length, lr, LENGTH_BY_CHANCE)
    table.near("small world: sigma (by chance)", ours["sigma"], (c / cr) / (l / lr), chance)
    omega = lr / l - nx.average_clustering(connected) / lattice
    table.close("small world: omega (by chance)", ours["omega"], omega, 2 * LENGTH_BY_CHANCE)


def main():
    parser = argparse.ArgumentParser(description="Compares hanse-network with networkx.")
    parser.add_argument("edges", help="the file that hanse-network read")
    parser.add_argument("out", type=pathlib.Path, help="the folder that it wrote")
    parser.add_argument("--seed", type=int, default=1, help="for Louvain and random graphs")
    parser.add_argument("--quick", action="store_true", help="without what takes minutes")
    parser.add_argument("--counts", action="store_true", help="no more than what a chain keeps")
    options = parser.parse_args()

    figures = json.loads((options.out / "figures.json").read_text())
    with open(options.out / "nodes.csv", newline="") as file:
        nodes = {int(row["id"]): row for row in csv.DictReader(file)}
    arcs = read(options.edges)
    graph = nx.Graph(arcs)
    table = Table()

    triangles, circles = chain_figures(table, figures, arcs, graph)
    if options.counts:
        return 1 if table.print() else 0
    table.equal("nodes.csv: enterprises", len(nodes), graph.number_of_nodes())
    columns = [
        ("degree", dict(graph.degree)),
        ("triangles", triangles),
        ("cycles", circles),
        ("core", nx.core_number(graph)),
    ]
    for column, values in columns:
        differing = sum(int(nodes[node][column]) != values[node] for node in graph)
        table.equal(f"nodes.csv: differing {column}", differing, 0)

    components = sorted(nx.connected_components(graph), key=len, reverse=True)
    connected = graph.subgraph(components[0]).copy()
    table.equal("components", figures["components"], len(components))
    table.equal("largest component", figures["paths"]["enterprises"], len(connected))
    length = nx.average_shortest_path_length(connected)
    table.close("average path length", figures["paths"]["averagePathLength"], length)
    table.equal("diameter", figures["paths"]["diameter"], nx.diameter(connected))

    cores = nx.core_number(graph)
    k = max(cores.values())
    table.equal("core: k", figures["core"]["k"], k)
    core = sorted(node for node in graph if cores[node] == k)
    table.equal("core: enterprises", digest(figures["core"]["enterprises"]), digest(core))

    pagerank = nx.pagerank(graph, alpha=0.85, tol=1e-12, max_iter=1000)
    ours = {node: float(row["pagerank"]) for node, row in nodes.items()}
    ranked(table, "PageRank", figures["pagerank"], ours, pagerank)

    found = {}
    for node, row in nodes.items():
        found.setdefault(int(row["community"]), set()).add(node)
    modularity = nx.community.modularity(graph, found.values())
    table.close("modularity, as networkx counts it", figures["communities"]["modularity"], modularity)
    louvain = nx.community.louvain_communities(graph, seed=options.seed)
    louvain = nx.community.modularity(graph, louvain)
    table.add("modularity against Louvain", modularity, louvain, modularity >= louvain - 0.01)
    table.equal("communities", figures["communities"]["count"], len(found))
    pieces = sum(not nx.is_connected(graph.subgraph(members)) for members in found.values())
    table.equal("communities in pieces", pieces, 0)

    orders = {"degree": ranking({node: float(degree) for node, degree in graph.degree})}
    if not options.quick:
        betweenness = nx.betweenness_centrality(graph, normalized=True)
        ours = {node: float(row["betweenness"]) for node, row in nodes.items()}
        ranked(table, "betweenness", figures["betweenness"], ours, betweenness)
        orders["betweenness"] = ranking(betweenness)
    for loss in figures["resilience"]:
        if loss["by"] in orders:
            left = largest_left(graph, orders[loss["by"]], loss["percent"])
            name = f"left without {loss['percent']} % by {loss['by']}"
            table.equal(name, int(loss["largestComponent"]), left)
    if not options.quick:
        small_world(table, figures["smallWorld"], connected, options.seed)

    return 1 if table.print() else 0


if __name__ == "__main__":
    sys.exit(main())
