package io.eastwest.render.diagram;

import io.eastwest.render.diagram.PlacedDiagram.Arrow;
import io.eastwest.render.diagram.PlacedDiagram.Box;
import io.eastwest.render.diagram.PlacedDiagram.Point;
import io.eastwest.render.diagram.PlacedDiagram.Thing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a placed diagram as SVG. Texts are escaped; there is no script, no link and no reference in it. */
final class SvgText {
    private static final int LINE = 17;
    private static final int BASE = 13;
    private static final int MARGIN = 12;
    private static final double HEAD = 8;
    private static final double HALF_HEAD = 4;

    private final String title;
    private final PlacedDiagram diagram;
    private final StringBuilder svg = new StringBuilder();

    SvgText(String title, PlacedDiagram diagram) {
        this.title = title;
        this.diagram = diagram;
    }

    String text(String style) {
        String width = number(diagram.width());
        String height = number(diagram.height());
        svg.append("<svg");
        svg.append(style.isEmpty() ? "" : " xmlns=\"http://www.w3.org/2000/svg\"");
        svg.append(" class=\"diagram\" role=\"img\" width=\"").append(width);
        svg.append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height);
        svg.append("\">\n<title>").append(escaped(title)).append("</title>\n");
        svg.append(style.isEmpty() ? "" : "<style>\n" + style + "</style>\n");
        diagram.groups().forEach(group -> {
            rectangle("frame", group.box(), MARGIN / 2.0);
            lines(group.lines(), group.box().x() + MARGIN, group.box().y() + MARGIN / 2.0, false);
        });
        diagram.edges().forEach(this::line);
        diagram.nodes().forEach(this::node);
        diagram.edges().forEach(this::label);
        return svg.append("</svg>\n").toString();
    }

    private void node(Thing thing) {
        Box box = thing.box();
        switch (thing.node().shape()) {
            case BOX -> rectangle("box", box, 3);
            case ROUND -> rectangle("round", box, box.height() / 2);
            case HEXAGON -> hexagon(box);
        }
        lines(thing.lines(), box.x() + box.width() / 2, box.y() + MARGIN / 2.0, true);
    }

    private void rectangle(String name, Box box, double corner) {
        svg.append("<rect class=\"").append(name).append("\" x=\"").append(number(box.x()));
        svg.append("\" y=\"").append(number(box.y())).append("\" width=\"").append(number(box.width()));
        svg.append("\" height=\"")
                .append(number(box.height()))
                .append("\" rx=\"")
                .append(number(corner))
                .append("\"/>\n");
    }

    private void hexagon(Box box) {
        double right = box.x() + box.width();
        double middle = box.y() + box.height() / 2;
        double bottom = box.y() + box.height();
        path(
                "hexagon",
                List.of(
                        new Point(box.x(), middle),
                        new Point(box.x() + MARGIN, box.y()),
                        new Point(right - MARGIN, box.y()),
                        new Point(right, middle),
                        new Point(right - MARGIN, bottom),
                        new Point(box.x() + MARGIN, bottom)),
                true);
    }

    private void line(Arrow arrow) {
        List<Point> way = arrow.way();
        Point end = way.get(way.size() - 1);
        Point before = way.get(way.size() - 2);
        double length = Math.max(1, Math.abs(end.x() - before.x()) + Math.abs(end.y() - before.y()));
        double x = (end.x() - before.x()) / length;
        double y = (end.y() - before.y()) / length;
        Point neck = new Point(end.x() - HEAD * x, end.y() - HEAD * y);
        svg.append("<g class=\"")
                .append(arrow.edge().line().name().toLowerCase(Locale.ROOT))
                .append("\">");
        List<Point> drawn = new ArrayList<>(way.subList(0, way.size() - 1));
        drawn.add(neck);
        path("edge", drawn, false);
        path(
                "head",
                List.of(
                        end,
                        new Point(neck.x() - HALF_HEAD * y, neck.y() + HALF_HEAD * x),
                        new Point(neck.x() + HALF_HEAD * y, neck.y() - HALF_HEAD * x)),
                true);
        svg.append("</g>\n");
    }

    private void label(Arrow arrow) {
        if (!arrow.lines().isEmpty()) {
            svg.append("<g class=\"")
                    .append(arrow.edge().line().name().toLowerCase(Locale.ROOT))
                    .append("\">");
            rectangle("under", arrow.label(), 0);
            lines(
                    arrow.lines(),
                    arrow.label().x() + arrow.label().width() / 2,
                    arrow.label().y(),
                    true);
            svg.append("</g>\n");
        }
    }

    private void path(String name, List<Point> points, boolean closed) {
        svg.append("<path class=\"").append(name).append("\" d=\"");
        for (int i = 0; i < points.size(); i++) {
            svg.append(i == 0 ? "M" : "L")
                    .append(number(points.get(i).x()))
                    .append(' ')
                    .append(number(points.get(i).y()));
        }
        svg.append(closed ? "Z\"/>" : "\"/>");
        svg.append(closed ? "\n" : "");
    }

    private void lines(List<String> lines, double x, double y, boolean centred) {
        for (int i = 0; i < lines.size(); i++) {
            svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y + i * LINE + BASE));
            svg.append(centred ? "\" text-anchor=\"middle\">" : "\">")
                    .append(escaped(lines.get(i)))
                    .append("</text>\n");
        }
    }

    /** {@return a number with one digit after the point at most} */
    private static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }

    private static String escaped(String text) {
        return SvgEscape.of(text);
    }
}
