package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.diagram.Diagram;
import io.eastwest.routing.diagram.DiagramEdge;
import io.eastwest.routing.diagram.DiagramEdge.Line;
import io.eastwest.routing.diagram.DiagramNode;
import io.eastwest.routing.diagram.DiagramNode.Shape;
import io.eastwest.routing.proxy.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One decision as a picture: ways that start alike share their nodes, shares on one arrow add up exactly. */
final class DecisionDiagram {
    private static final String START = "call";

    private final Decision decision;
    private final Map<String, DiagramNode> nodes = new LinkedHashMap<>();
    private final Map<Arrow, Share> arrows = new LinkedHashMap<>();

    DecisionDiagram(Decision decision) {
        this.decision = decision;
    }

    /** An arrow before its shares are added up. */
    private record Arrow(String from, String to, String label, Line line) {}

    Diagram diagram() {
        String call = decision.call().toString();
        node(START, call, Shape.ROUND);
        decision.endpoints().forEach(this::way);
        decision.outcomes().stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.FORWARDED)
                .forEach(this::end);
        List<DiagramEdge> edges = new ArrayList<>();
        arrows.forEach((arrow, share) ->
                edges.add(new DiagramEdge(arrow.from(), arrow.to(), label(share, arrow.label()), arrow.line())));
        return new Diagram(call, List.of(), List.copyOf(nodes.values()), edges);
    }

    private void way(EndpointTarget target) {
        String from = START;
        StringBuilder way = new StringBuilder("way");
        for (Hop hop : target.hops()) {
            way.append('\n')
                    .append(hop.kind())
                    .append(' ')
                    .append(hop.proxy())
                    .append(' ')
                    .append(hop.address());
            String to = way.toString();
            String address = hop.address().isEmpty() ? "" : "\n" + hop.address();
            boolean gateway = hop.kind() == Hop.Kind.EAST_WEST_GATEWAY || hop.kind() == Hop.Kind.INGRESS_GATEWAY;
            node(to, lower(hop.kind()) + "\n" + hop.proxy() + address, gateway ? Shape.HEXAGON : Shape.BOX);
            arrow(from, to, hop.secured(), Line.SOLID, target.share());
            from = to;
        }
    }

    private void end(Outcome outcome) {
        StringBuilder text = new StringBuilder(lower(outcome.kind()));
        outcome.status().ifPresent(status -> text.append(' ').append(status));
        text.append(outcome.closed() ? " closed" : "");
        text.append(outcome.flags().equals("-") ? "" : " " + outcome.flags());
        text.append('\n').append(outcome.reason());
        text.append(outcome.detail().isEmpty() ? "" : "\n" + outcome.detail());
        String id = "end\n" + text;
        node(id, text.toString(), Shape.HEXAGON);
        arrow(START, id, "", outcome.kind() == Outcome.Kind.REFUSED ? Line.THICK : Line.SOLID, outcome.share());
    }

    private void node(String id, String label, Shape shape) {
        nodes.putIfAbsent(id, new DiagramNode(id, label, shape, ""));
    }

    private void arrow(String from, String to, String label, Line line, Share share) {
        arrows.merge(new Arrow(from, to, label, line), share, Share::plus);
    }

    private static String label(Share share, String secured) {
        return share.toPercent() + (secured.isEmpty() ? "" : "\n" + secured);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
