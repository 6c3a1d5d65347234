package io.eastwest.render.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.render.diagram.PlacedDiagram.Box;
import io.eastwest.render.diagram.PlacedDiagram.Point;
import io.eastwest.render.diagram.PlacedDiagram.Thing;
import io.eastwest.routing.diagram.Diagram;
import io.eastwest.routing.diagram.DiagramEdge;
import io.eastwest.routing.diagram.DiagramEdge.Line;
import io.eastwest.routing.diagram.DiagramGroup;
import io.eastwest.routing.diagram.DiagramNode;
import io.eastwest.routing.diagram.DiagramNode.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class DiagramLayoutProperties {
    private static Diagram diagram(long seed) {
        Random random = new Random(seed);
        List<DiagramGroup> groups = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            groups.add(new DiagramGroup("g" + i, "group ".repeat(1 + random.nextInt(4)) + i));
        }
        List<DiagramNode> nodes = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(10); i++) {
            String group = groups.isEmpty() || random.nextInt(4) == 0
                    ? ""
                    : groups.get(random.nextInt(groups.size())).id();
            Shape shape = List.of(Shape.values()).get(random.nextInt(Shape.values().length));
            nodes.add(new DiagramNode("n" + i, "node-".repeat(1 + random.nextInt(20)) + "\n" + i, shape, group));
        }
        List<DiagramEdge> edges = new ArrayList<>();
        for (int i = 0; i < random.nextInt(15); i++) {
            edges.add(new DiagramEdge(
                    nodes.get(random.nextInt(nodes.size())).id(),
                    nodes.get(random.nextInt(nodes.size())).id(),
                    random.nextBoolean() ? "" : "label " + i,
                    List.of(Line.values()).get(random.nextInt(Line.values().length))));
        }
        return new Diagram("d", groups, nodes, edges);
    }

    private static boolean within(Box inner, Box outer) {
        return inner.x() >= outer.x()
                && inner.y() >= outer.y()
                && inner.x() + inner.width() <= outer.x() + outer.width()
                && inner.y() + inner.height() <= outer.y() + outer.height();
    }

    private static boolean apart(Box one, Box other) {
        return one.x() + one.width() <= other.x()
                || other.x() + other.width() <= one.x()
                || one.y() + one.height() <= other.y()
                || other.y() + other.height() <= one.y();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyThingIsInItsFrameAndApartFromOthers(@ForAll long seed) {
        Diagram diagram = diagram(seed);

        PlacedDiagram placed = DiagramLayout.of(diagram);

        Box all = new Box(0, 0, placed.width(), placed.height());
        List<String> groups = diagram.groups().stream().map(DiagramGroup::id).toList();
        for (Thing thing : placed.nodes()) {
            int group = groups.indexOf(thing.node().group());
            assertThat(within(
                            thing.box(),
                            group < 0 ? all : placed.groups().get(group).box()))
                    .isTrue();
        }
        List<Box> boxes = placed.nodes().stream().map(Thing::box).toList();
        IntStream.range(0, boxes.size())
                .forEach(i -> IntStream.range(0, i)
                        .forEach(j ->
                                assertThat(apart(boxes.get(i), boxes.get(j))).isTrue()));
        assertThat(placed.groups()).allMatch(frame -> within(frame.box(), all));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyArrowLeadsFromItsStartToItsEnd(@ForAll long seed) {
        Diagram diagram = diagram(seed);

        PlacedDiagram placed = DiagramLayout.of(diagram);

        assertThat(placed.edges()).hasSameSizeAs(diagram.edges());
        placed.edges().forEach(arrow -> {
            assertThat(touches(placed, arrow.edge().from(), arrow.way().get(0))).isTrue();
            assertThat(touches(
                            placed,
                            arrow.edge().to(),
                            arrow.way().get(arrow.way().size() - 1)))
                    .isTrue();
        });
    }

    private static boolean touches(PlacedDiagram placed, String node, Point point) {
        Box box = placed.nodes().stream()
                .filter(thing -> thing.node().id().equals(node))
                .findFirst()
                .orElseThrow()
                .box();
        return point.x() >= box.x() - 1
                && point.x() <= box.x() + box.width() + 1
                && point.y() >= box.y() - 1
                && point.y() <= box.y() + box.height() + 1;
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void sameDiagramGivesSameBytesInEveryThread(@ForAll long seed) {
        String svg = DiagramSvg.of(diagram(seed));

        assertThat(IntStream.range(0, 4).parallel().mapToObj(i -> DiagramSvg.of(diagram(seed))))
                .containsOnly(svg);
    }
}
