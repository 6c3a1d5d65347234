package io.eastwest.render.diagram;

/** Colours of pictures. Texts have a contrast of 4.5 to 1 and more, light and dark. */
final class SvgStyle {
    static final String TEXT = """
            .diagram{--back:#fff;--text:#1b1f24;--quiet:#57606a;--box:#f2f4f7;--gate:#d8e9fd;--line:#57606a;--bad:#a40e26;\
            background:#fff;background:var(--back);font:13px system-ui,sans-serif}
            @media (prefers-color-scheme:dark){.diagram{--back:#0d1117;--text:#e6edf3;--quiet:#9aa4af;--box:#21262d;--gate:#12304f;\
            --line:#9aa4af;--bad:#ff9492}}
            .diagram text{fill:var(--text)}
            .diagram .frame{fill:none;stroke:var(--quiet);stroke-dasharray:2 3}
            .diagram .frame+text{fill:var(--quiet)}
            .diagram .box,.diagram .round{fill:var(--box);stroke:var(--line)}
            .diagram .hexagon{fill:var(--gate);stroke:var(--line)}
            .diagram .edge{fill:none;stroke:var(--line);stroke-width:1.5}
            .diagram .head{fill:var(--line)}
            .diagram .dotted .edge{stroke-dasharray:3 4}
            .diagram .thick .edge{stroke:var(--bad);stroke-width:3}
            .diagram .thick .head{fill:var(--bad)}
            .diagram .thick text{fill:var(--bad)}
            .diagram .under{fill:var(--back)}
            """;

    private SvgStyle() {}
}
