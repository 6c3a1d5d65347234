package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header lines of a message, changed in place as a proxy works on it. Names are in lower case. */
final class HeaderLines {
    private final List<HeaderLine> lines;

    private HeaderLines(List<HeaderLine> lines) {
        this.lines = lines;
    }

    static HeaderLines empty() {
        return new HeaderLines(new ArrayList<>());
    }

    HeaderLines copy() {
        return new HeaderLines(new ArrayList<>(lines));
    }

    List<String> values(String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .map(HeaderLine::value)
                .toList();
    }

    boolean contains(String name) {
        return lines.stream().anyMatch(line -> line.name().equals(name));
    }

    /** {@return the values joined by a comma; empty when the header is absent} */
    Optional<String> joined(String name) {
        String first = null;
        StringBuilder more = null;
        for (HeaderLine line : lines) {
            if (line.name().equals(name)) {
                if (first == null) {
                    first = line.value();
                } else {
                    more = more == null ? new StringBuilder(first) : more;
                    more.append(',').append(line.value());
                }
            }
        }
        return Optional.ofNullable(more == null ? first : more.toString());
    }

    Optional<String> first(String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .map(HeaderLine::value)
                .findFirst();
    }

    void remove(String name) {
        lines.removeIf(line -> line.name().equals(name));
    }

    void set(String name, String value) {
        remove(name);
        lines.add(new HeaderLine(name, value, true));
    }

    /** Appends a value: a further line, or a further part of a header that Envoy keeps in one line. */
    void append(String name, String value) {
        Optional<String> before = InlineHeaders.contains(name) ? first(name) : Optional.empty();
        if (before.isPresent()) {
            set(name, before.get() + ',' + value);
        } else {
            lines.add(new HeaderLine(name, value, true));
        }
    }

    /** Sets a header that Envoy writes itself; it shows to the upstream only if the client sent one of that name. */
    void setByEnvoy(String name, String value) {
        boolean visible = lines.stream().anyMatch(line -> line.name().equals(name) && line.visible());
        remove(name);
        lines.add(new HeaderLine(name, value, visible));
    }

    List<Header> all() {
        return lines.stream().map(line -> new Header(line.name(), line.value())).toList();
    }

    List<Header> visible() {
        return lines.stream()
                .filter(HeaderLine::visible)
                .map(line -> new Header(line.name(), line.value()))
                .toList();
    }
}
