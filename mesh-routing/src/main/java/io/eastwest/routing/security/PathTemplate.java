package io.eastwest.routing.security;

import com.google.re2j.Pattern;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Path templates: the segment {@code {*}} stands for one segment that is not empty, {@code {**}} for any number of them.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/matcher/template.go:PathTemplateMatcher} and envoy
 * source/extensions/path/uri_template_lib/uri_template_internal.cc.
 */
final class PathTemplate {
    private static final String ONE = "{*}";
    private static final String MANY = "{**}";
    private static final String CHARACTERS = "a-zA-Z0-9._~%!$&'()*+,;:@=\\-";

    private PathTemplate() {}

    static boolean isTemplate(String value) {
        return value.contains(ONE) || value.contains(MANY);
    }

    static Predicate<String> of(String value) {
        String regex = Stream.of(value.replace(ONE, "*").replace(MANY, "**").split("/", -1))
                .map(PathTemplate::segment)
                .collect(Collectors.joining("/"));
        Pattern pattern = Pattern.compile(regex);
        return pattern::matches;
    }

    private static String segment(String text) {
        return switch (text) {
            case "*" -> "[" + CHARACTERS + "]+";
            case "**" -> "[" + CHARACTERS + "/]*";
            default -> Pattern.quote(text);
        };
    }
}
