package io.eastwest.routing.security;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.RbacInput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Attributes of an HTTP request.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/model/generator.go}: hostGenerator, methodGenerator, pathGenerator,
 * requestHeaderGenerator, and {@code authz/matcher/header.go}.
 */
final class RequestFields {
    private static final String ANY = "*";

    /** {@code *} wants the header to be there, even empty. */
    static final PolicyField HOST = text(
            value -> value.equals(ANY) ? host -> true : TextPattern.ignoringCase(value), RbacInput.Http::authority);

    static final PolicyField METHOD = text(TextPattern::of, RbacInput.Http::method);

    static final PolicyField PATH = text(RequestFields::pathTest, http -> withoutQuery(http.path()));

    private RequestFields() {}

    /** {@return the attribute of a header: a value matches if it matches any line; {@code *} wants a line, even an empty one} */
    static PolicyField header(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return PolicyField.http(
                value -> {
                    Predicate<String> test = value.equals(ANY) ? line -> true : TextPattern.of(value);
                    return Optional.of(input -> lines(input, lower).stream().anyMatch(test));
                },
                input -> {
                    List<String> lines = lines(input, lower);
                    return lines.isEmpty() ? "absent" : PolicyText.list(lines);
                });
    }

    private static PolicyField text(Function<String, Predicate<String>> test, Function<RbacInput.Http, String> actual) {
        return PolicyField.http(
                value -> {
                    Predicate<String> compiled = test.apply(value);
                    return Optional.of(
                            input -> input.http().map(actual).filter(compiled).isPresent());
                },
                input -> input.http().map(actual).map(PolicyText::quoted).orElse("no HTTP"));
    }

    private static Predicate<String> pathTest(String value) {
        return PathTemplate.isTemplate(value) ? PathTemplate.of(value) : TextPattern.of(value);
    }

    private static String withoutQuery(String path) {
        int end = path.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = path.indexOf(mark);
            end = at >= 0 && at < end ? at : end;
        }
        return path.substring(0, end);
    }

    private static List<String> lines(RbacInput input, String name) {
        return input.http().map(http -> lines(http, name)).orElse(List.of());
    }

    private static List<String> lines(RbacInput.Http http, String name) {
        return switch (name) {
            case ":method" -> List.of(http.method());
            case ":authority", "host" -> List.of(http.authority());
            case ":path" -> List.of(http.path());
            default ->
                http.headers().stream()
                        .filter(header -> header.name().equalsIgnoreCase(name))
                        .map(Header::value)
                        .toList();
        };
    }
}
