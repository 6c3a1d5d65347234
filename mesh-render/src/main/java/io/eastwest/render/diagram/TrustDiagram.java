package io.eastwest.render.diagram;

import io.eastwest.routing.diagram.Diagram;
import io.eastwest.routing.diagram.DiagramEdge;
import io.eastwest.routing.diagram.DiagramEdge.Line;
import io.eastwest.routing.diagram.DiagramNode;
import io.eastwest.routing.trust.AuthenticationVerdict;
import io.eastwest.routing.trust.ClusterAuthentication;
import io.eastwest.routing.trust.ClusterPair;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which clusters authenticate each other. */
final class TrustDiagram {
    private TrustDiagram() {}

    static Diagram of(ClusterAuthentication authentication) {
        Set<String> clusters = new LinkedHashSet<>();
        List<DiagramEdge> edges = new ArrayList<>();
        for (ClusterPair pair : authentication.pairs()) {
            clusters.add(pair.client());
            clusters.add(pair.server());
            edges.add(new DiagramEdge(pair.client(), pair.server(), label(pair), line(pair.verdict())));
        }
        List<DiagramNode> nodes = clusters.stream()
                .map(name -> new DiagramNode(name, "cluster " + name, DiagramNode.Shape.BOX, ""))
                .toList();
        return new Diagram("Which clusters authenticate each other", List.of(), nodes, edges);
    }

    private static String label(ClusterPair pair) {
        List<String> lines = new ArrayList<>(List.of(pair.verdict().name().toLowerCase(Locale.ROOT)));
        lines.addAll(pair.reasons());
        return String.join("\n", lines);
    }

    private static Line line(AuthenticationVerdict verdict) {
        return switch (verdict) {
            case SUCCEEDS -> Line.SOLID;
            case UNKNOWN -> Line.DOTTED;
            case FAILS -> Line.THICK;
        };
    }
}
