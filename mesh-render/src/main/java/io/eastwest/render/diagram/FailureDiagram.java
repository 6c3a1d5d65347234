package io.eastwest.render.diagram;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.diagram.Diagram;
import io.eastwest.routing.diagram.DiagramEdge;
import io.eastwest.routing.diagram.DiagramEdge.Line;
import io.eastwest.routing.diagram.DiagramGroup;
import io.eastwest.routing.diagram.DiagramNode;
import io.eastwest.routing.diagram.DiagramNode.Shape;
import io.eastwest.routing.question.CallResult;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixCell;
import io.eastwest.routing.question.MatrixRow;
import io.eastwest.routing.question.PlaceShare;
import io.eastwest.routing.question.RefusedShare;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What one failure does to calls: the shares of each place before and after it, on arrows from those who call. */
final class FailureDiagram {
    private final FailureMatrix matrix;
    private final Map<String, DiagramGroup> clusters = new LinkedHashMap<>();
    private final Map<String, DiagramNode> nodes = new LinkedHashMap<>();
    private final List<DiagramEdge> edges = new ArrayList<>();

    /** Takes a matrix of one failure. */
    FailureDiagram(FailureMatrix matrix) {
        this.matrix = matrix;
    }

    /** A place where calls end, healthy and under the failure. */
    private record End(String id, String label, Shape shape, String cluster, boolean lost) {}

    Diagram diagram() {
        List<MatrixRow> changed = matrix.rows().stream()
                .filter(row -> row.cells().get(0).change() != MatrixCell.Change.SAME)
                .toList();
        (changed.isEmpty() ? matrix.rows() : changed).forEach(this::row);
        String title = "What moves when this fails: " + matrix.failures().get(0).name() + "\n" + changed.size() + " of "
                + matrix.rows().size() + " calls end otherwise";
        return new Diagram(title, List.copyOf(clusters.values()), List.copyOf(nodes.values()), edges);
    }

    private void row(MatrixRow row) {
        CallResult after = row.cells().get(0).result();
        String cluster = row.call().caller().cluster();
        String caller = "caller " + row.call().caller() + " " + row.locality() + " " + after.called();
        String place = row.locality().isEmpty() ? "" : "\n" + row.locality();
        String who = row.call().caller().namespace() + "/" + row.call().caller().workload();
        node(caller, who + place + (after.called() ? "" : "\nnobody is left to call"), Shape.ROUND, cluster);
        Map<End, Share> healthy = ends(row, row.healthy());
        Map<End, Share> failing = ends(row, after);
        Map<End, Share> all = new LinkedHashMap<>(healthy);
        failing.forEach(all::putIfAbsent);
        all.keySet().forEach(end -> {
            node(end.id(), end.label(), end.shape(), end.cluster());
            Share from = healthy.getOrDefault(end, Share.ZERO);
            Share to = failing.getOrDefault(end, Share.ZERO);
            edges.add(new DiagramEdge(caller, end.id(), label(from, to, after.called()), line(end, to)));
        });
    }

    private static Map<End, Share> ends(MatrixRow row, CallResult result) {
        Map<End, Share> ends = new LinkedHashMap<>();
        add(ends, result.answered(), place -> place(row, place), PlaceShare::share);
        if (!result.answeredByRule().isZero()) {
            String id = "rule " + row.target();
            ends.put(
                    new End(id, row.target() + "\nanswered by a rule", Shape.HEXAGON, "", false),
                    result.answeredByRule());
        }
        add(ends, result.refused(), refused -> lost(row, refused), RefusedShare::share);
        return ends;
    }

    private static <T> void add(Map<End, Share> ends, List<T> parts, Function<T, End> end, Function<T, Share> share) {
        parts.forEach(part -> ends.merge(end.apply(part), share.apply(part), Share::plus));
    }

    private static End place(MatrixRow row, PlaceShare place) {
        String where = place.cluster().isEmpty() ? "outside" : place.cluster();
        String locality = place.locality().isEmpty() ? "" : "\n" + place.locality();
        String id = "place " + row.target() + "\n" + where + "\n" + place.locality();
        return new End(id, row.target() + locality, Shape.BOX, where, false);
    }

    private static End lost(MatrixRow row, RefusedShare refused) {
        String label = row.target() + "\nlost\n" + refused.cause();
        return new End("lost " + label, label, Shape.HEXAGON, "", true);
    }

    private void node(String id, String label, Shape shape, String cluster) {
        if (!cluster.isEmpty()) {
            clusters.computeIfAbsent(
                    cluster,
                    name -> new DiagramGroup(name, name.equals("outside") ? "outside of the mesh" : "cluster " + name));
        }
        nodes.putIfAbsent(id, new DiagramNode(id, label, shape, cluster));
    }

    private static String label(Share from, Share to, boolean called) {
        String after = called ? to.toPercent() : "no calls";
        return called && from.equals(to) ? after : from.toPercent() + " becomes " + after;
    }

    private static Line line(End end, Share to) {
        if (to.isZero()) {
            return Line.DOTTED;
        }
        return end.lost() ? Line.THICK : Line.SOLID;
    }
}
