package io.eastwest.render.diagram;

import static java.util.Objects.requireNonNull;

import io.eastwest.render.diagram.PlacedDiagram.Arrow;
import io.eastwest.render.diagram.PlacedDiagram.Box;
import io.eastwest.render.diagram.PlacedDiagram.Frame;
import io.eastwest.render.diagram.PlacedDiagram.Point;
import io.eastwest.render.diagram.PlacedDiagram.Thing;
import io.eastwest.routing.diagram.Diagram;
import io.eastwest.routing.diagram.DiagramEdge;
import io.eastwest.routing.diagram.DiagramNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places a diagram in layers from left to right, by the Eclipse Layout Kernel. The same diagram is always placed alike. */
final class DiagramLayout {
    private static final int LINE = 17;
    private static final int MARGIN = 12;
    private static final int WIDEST = 320;
    private static final int SPACE = 24;
    private static final int SEED = 1;

    private final Diagram diagram;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> frames = new LinkedHashMap<>();
    private final Map<String, ElkNode> things = new LinkedHashMap<>();
    private final List<ElkEdge> arrows = new ArrayList<>();

    private DiagramLayout(Diagram diagram) {
        this.diagram = diagram;
    }

    static PlacedDiagram of(Diagram diagram) {
        // It tells the kernel how to copy the values of options.
        LayoutMetaDataService.getInstance(DiagramLayout.class.getClassLoader());
        DiagramLayout layout = new DiagramLayout(diagram);
        layout.build();
        new LayeredLayoutProvider().layout(layout.root, new NullElkProgressMonitor());
        return layout.placed();
    }

    private void build() {
        options(root, SPACE);
        diagram.groups().forEach(group -> {
            ElkNode frame = ElkGraphUtil.createNode(root);
            List<String> lines = lines(group.label());
            options(frame, MARGIN + LINE * lines.size());
            frame.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, SizeConstraint.minimumSize());
            frame.setProperty(LayeredOptions.NODE_SIZE_MINIMUM, new KVector(width(lines) + 2 * MARGIN, 2 * LINE));
            frames.put(group.id(), frame);
        });
        diagram.nodes().forEach(node -> {
            ElkNode thing = ElkGraphUtil.createNode(node.group().isEmpty() ? root : frames.get(node.group()));
            List<String> lines = lines(node.label());
            double slant = node.shape() == DiagramNode.Shape.BOX ? MARGIN : 2 * MARGIN;
            thing.setDimensions(width(lines) + 2 * slant, lines.size() * LINE + MARGIN);
            things.put(node.id(), thing);
        });
        diagram.edges().forEach(edge -> {
            ElkEdge arrow = ElkGraphUtil.createSimpleEdge(things.get(edge.from()), things.get(edge.to()));
            List<String> lines = lines(edge.label());
            if (!lines.isEmpty()) {
                ElkLabel label = ElkGraphUtil.createLabel(edge.label(), arrow);
                label.setDimensions(width(lines) + MARGIN, lines.size() * LINE);
                label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
            }
            arrows.add(arrow);
        });
    }

    private static void options(ElkNode node, double top) {
        node.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        node.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        node.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        node.setProperty(LayeredOptions.RANDOM_SEED, SEED);
        node.setProperty(LayeredOptions.PADDING, new ElkPadding(top, MARGIN, MARGIN, MARGIN));
        node.setProperty(LayeredOptions.SPACING_NODE_NODE, (double) SPACE);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, (double) SPACE);
        node.setProperty(LayeredOptions.SPACING_EDGE_NODE, (double) MARGIN);
        node.setProperty(LayeredOptions.SPACING_EDGE_EDGE, (double) MARGIN);
    }

    private PlacedDiagram placed() {
        List<Frame> groups = new ArrayList<>();
        diagram.groups()
                .forEach(group ->
                        groups.add(new Frame(box(requireNonNull(frames.get(group.id()))), lines(group.label()))));
        List<Thing> nodes = new ArrayList<>();
        diagram.nodes()
                .forEach(node ->
                        nodes.add(new Thing(node, box(requireNonNull(things.get(node.id()))), lines(node.label()))));
        List<Arrow> edges = new ArrayList<>();
        for (int i = 0; i < arrows.size(); i++) {
            edges.add(arrow(diagram.edges().get(i), arrows.get(i)));
        }
        return new PlacedDiagram(root.getWidth(), root.getHeight(), groups, nodes, edges);
    }

    private static Arrow arrow(DiagramEdge edge, ElkEdge arrow) {
        Box home = box(arrow.getContainingNode());
        List<Point> way = new ArrayList<>();
        for (ElkEdgeSection section : arrow.getSections()) {
            way.add(new Point(home.x() + section.getStartX(), home.y() + section.getStartY()));
            section.getBendPoints().forEach(bend -> way.add(new Point(home.x() + bend.getX(), home.y() + bend.getY())));
            way.add(new Point(home.x() + section.getEndX(), home.y() + section.getEndY()));
        }
        Box label = arrow.getLabels().isEmpty()
                ? new Box(0, 0, 0, 0)
                : new Box(
                        home.x() + arrow.getLabels().get(0).getX(),
                        home.y() + arrow.getLabels().get(0).getY(),
                        arrow.getLabels().get(0).getWidth(),
                        arrow.getLabels().get(0).getHeight());
        return new Arrow(edge, way, label, lines(edge.label()));
    }

    /** {@return where a node is in the whole picture: the layout places it within its parent} */
    private static Box box(ElkNode node) {
        double x = 0;
        double y = 0;
        for (ElkNode each = node; each != null; each = each.getParent()) {
            x += each.getX();
            y += each.getY();
        }
        return new Box(x, y, node.getWidth(), node.getHeight());
    }

    private static List<String> lines(String label) {
        return TextWidths.lines(label, WIDEST);
    }

    private static double width(List<String> lines) {
        return lines.stream().mapToDouble(TextWidths::of).max().orElse(0);
    }
}
