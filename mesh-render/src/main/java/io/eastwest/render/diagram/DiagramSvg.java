package io.eastwest.render.diagram;

import io.eastwest.routing.diagram.Diagram;

/**
 * A diagram as a picture in SVG, which every browser draws, in light and in dark colours as the reader prefers. The layout is made
 * without any program or font of this machine: the same diagram gives the same bytes. Pure and thread-safe.
 */
public final class DiagramSvg {
    private DiagramSvg() {}

    /**
     * Writes a picture that stands alone.
     *
     * @param diagram the diagram
     * @return an SVG document
     */
    public static String of(Diagram diagram) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + new SvgText(diagram.title(), DiagramLayout.of(diagram)).text(style());
    }

    /**
     * Writes a picture for a page that has the {@link #style()} among its own.
     *
     * @param diagram the diagram
     * @return an {@code svg} element of HTML that refers to nothing
     */
    public static String part(Diagram diagram) {
        return new SvgText(diagram.title(), DiagramLayout.of(diagram)).text("");
    }

    /** {@return the style of all pictures, in CSS} */
    public static String style() {
        return SvgStyle.TEXT;
    }
}
