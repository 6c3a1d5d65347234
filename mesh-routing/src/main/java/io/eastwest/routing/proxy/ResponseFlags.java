package io.eastwest.routing.proxy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Response flags of Envoy in the order in which it writes them. */
final class ResponseFlags {
    private static final List<String> ORDER = List.of("UH", "UF", "NR", "DI", "FI", "NC", "DPE");

    private ResponseFlags() {}

    /** {@return the flags joined; a dash for none} */
    static String join(String... flags) {
        List<String> given = Stream.of(flags).filter(flag -> !flag.isEmpty()).toList();
        String text = ORDER.stream().filter(given::contains).collect(Collectors.joining(","));
        return text.isEmpty() ? "-" : text;
    }
}
