package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A decision as a flowchart of Mermaid: from the caller over the proxies to the endpoints and refusals, with the share of calls on
 * each arrow. Labels are quoted, and everything but plain characters in them is written as a code, so that no name can break the
 * chart.
 */
final class DecisionMermaid {
    private static final int PERCENT = 100;
    private static final String PLAIN = " _-./:,()+%=?";

    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<String> nodes = new ArrayList<>();
    private final Map<Arrow, Share> arrows = new LinkedHashMap<>();

    private DecisionMermaid() {}

    /** An arrow between two nodes. */
    private record Arrow(String from, String to, String label) {}

    static String of(Decision decision) {
        DecisionMermaid chart = new DecisionMermaid();
        String caller = chart.node("caller", decision.call().toString(), "([", "])");
        decision.endpoints().forEach(target -> chart.path(caller, target));
        decision.outcomes().stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.FORWARDED)
                .forEach(outcome -> chart.arrow(caller, chart.end(outcome), "", outcome.share()));
        return chart.text();
    }

    private void path(String caller, EndpointTarget target) {
        String from = caller;
        String way = "";
        for (Hop hop : target.hops()) {
            way += hop.kind() + " " + hop.proxy() + " " + hop.address() + "\n";
            String kind = hop.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String address = hop.address().isEmpty() ? "" : " at " + hop.address();
            String to = node(way, kind + ": " + hop.proxy() + address, "[", "]");
            arrow(from, to, hop.secured(), target.share());
            from = to;
        }
    }

    private String end(Outcome outcome) {
        String status =
                outcome.status().isPresent() ? " " + outcome.status().getAsInt() : outcome.closed() ? " closed" : "";
        String flags = outcome.flags().equals("-") ? "" : " " + outcome.flags();
        String detail = outcome.detail().isEmpty() ? "" : ": " + outcome.detail();
        String text = outcome.kind().name().toLowerCase(Locale.ROOT) + status + flags + " " + outcome.reason() + detail;
        return node("end " + text, text, "{{", "}}");
    }

    private String node(String key, String label, String open, String close) {
        return names.computeIfAbsent(key, unknown -> {
            String name = "n" + names.size();
            nodes.add("  " + name + open + quoted(label) + close);
            return name;
        });
    }

    private void arrow(String from, String to, String label, Share share) {
        arrows.merge(new Arrow(from, to, label), share, Share::plus);
    }

    private String text() {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        nodes.forEach(node -> text.append(node).append('\n'));
        arrows.forEach((arrow, share) -> text.append("  ")
                .append(arrow.from())
                .append(" -->|")
                .append(quoted(percent(share) + (arrow.label().isEmpty() ? "" : " " + arrow.label())))
                .append("| ")
                .append(arrow.to())
                .append('\n'));
        return text.toString();
    }

    private static String percent(Share share) {
        return String.format(Locale.ROOT, "%.2f%%", share.toDouble() * PERCENT);
    }

    /** {@return a label in quotes; what may mean something to Mermaid or HTML is written as the code of the character} */
    private static String quoted(String label) {
        StringBuilder text = new StringBuilder("\"");
        label.codePoints().forEach(point -> {
            boolean letter = point < 128 && Character.isLetterOrDigit(point);
            if (letter || (point < 128 && PLAIN.indexOf(point) >= 0)) {
                text.appendCodePoint(point);
            } else {
                text.append('#').append(point).append(';');
            }
        });
        return text.append('"').toString();
    }
}
