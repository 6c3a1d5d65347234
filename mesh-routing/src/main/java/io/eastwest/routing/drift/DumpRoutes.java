package io.eastwest.routing.drift;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Route configurations of a dump as they are compared. */
final class DumpRoutes {
    private static final Set<String> ROUTE = names("name", "match", "route", "redirect", "direct_response");
    private static final Set<String> MATCH = names(
            "prefix", "path", "safe_regex", "path_separated_prefix", "case_sensitive", "headers", "query_parameters");
    private static final Set<String> HEADER =
            names("name", "string_match", "present_match", "invert_match", "treat_missing_header_as_empty");
    private static final Set<String> TEXT = names("exact", "prefix", "suffix", "contains", "safe_regex", "ignore_case");
    private static final Set<String> ACTION = names(
            "cluster",
            "weighted_clusters",
            "timeout",
            "retry_policy",
            "host_rewrite_literal",
            "prefix_rewrite",
            "regex_rewrite",
            "request_mirror_policies");
    private static final Set<String> REDIRECT = names(
            "host_redirect",
            "path_redirect",
            "prefix_rewrite",
            "regex_rewrite",
            "response_code",
            "https_redirect",
            "scheme_redirect",
            "port_redirect");
    private static final Set<String> RETRY =
            names("num_retries", "retry_on", "retriable_status_codes", "per_try_timeout");
    private static final Map<String, Long> CODES = codes();

    private final Unread unread;

    DumpRoutes(Unread unread) {
        this.unread = unread;
    }

    private static Set<String> names(String... names) {
        return new TreeSet<>(List.of(names));
    }

    private static Map<String, Long> codes() {
        Map<String, Long> codes = new LinkedHashMap<>();
        codes.put("", 301L);
        codes.put("MOVED_PERMANENTLY", 301L);
        codes.put("FOUND", 302L);
        codes.put("SEE_OTHER", 303L);
        codes.put("TEMPORARY_REDIRECT", 307L);
        codes.put("PERMANENT_REDIRECT", 308L);
        return codes;
    }

    HostFacts host(DumpNode host) {
        unread.note("virtual_host", host, names("name", "domains", "routes", "require_tls"));
        return new HostFacts(
                new TreeSet<>(host.texts("domains")),
                host.text("require_tls").equals("ALL"),
                host.list("routes").stream().map(this::route).toList());
    }

    private RouteFacts route(DumpNode route) {
        unread.note("route", route, ROUTE);
        Map<String, String> aspects = new LinkedHashMap<>();
        aspects.put("name", route.text("name"));
        if (route.has("redirect")) {
            aspects.put("action", redirect(route.get("redirect")));
        } else if (route.has("direct_response")) {
            aspects.put("action", Words.direct(route.get("direct_response").number("status", 0)));
        } else if (route.has("route")) {
            forward(route.get("route"), aspects);
        }
        return RouteFacts.of(match(route.get("match")), aspects);
    }

    private String match(DumpNode match) {
        unread.note("route.match", match, MATCH);
        boolean caseSensitive = !match.has("case_sensitive") || match.flag("case_sensitive");
        Set<String> more = new TreeSet<>();
        match.list("headers").forEach(each -> more.add(value("header", each, HEADER)));
        match.list("query_parameters")
                .forEach(each -> more.add(value("query", each, names("name", "string_match", "present_match"))));
        String path = match.has("path")
                ? Words.path("exact", match.text("path"), caseSensitive)
                : match.has("safe_regex")
                        ? Words.path("regex", match.get("safe_regex").text("regex"), caseSensitive)
                        : match.has("path_separated_prefix")
                                ? Words.path("separated prefix", match.text("path_separated_prefix"), caseSensitive)
                                : Words.path("prefix", match.text("prefix"), caseSensitive);
        return more.isEmpty() ? path : path + ", " + String.join(", ", more);
    }

    private String value(String subject, DumpNode node, Set<String> known) {
        unread.note("route.match." + subject, node, known);
        DumpNode text = node.get("string_match");
        boolean inverted = node.flag("invert_match");
        if (!text.isThere()) {
            boolean absent = node.has("present_match") && !node.flag("present_match");
            return Words.value(subject, node.text("name"), inverted != absent, "present", "");
        }
        unread.note("route.match." + subject + ".string_match", text, TEXT);
        String ignored = text.flag("ignore_case") ? "in any case " : "";
        for (String kind : List.of("exact", "prefix", "suffix", "contains")) {
            if (text.has(kind)) {
                return Words.value(subject, node.text("name"), inverted, ignored + kind, text.text(kind));
            }
        }
        String regex = text.get("safe_regex").text("regex");
        return Words.value(subject, node.text("name"), inverted, ignored + "regex", regex);
    }

    private void forward(DumpNode action, Map<String, String> aspects) {
        unread.note("route.route", action, ACTION);
        List<DumpNode> weighted = action.get("weighted_clusters").list("clusters");
        aspects.put(
                "action",
                action.has("weighted_clusters")
                        ? Words.weighted(
                                weighted.stream().map(each -> each.text("name")).toList(),
                                weighted.stream()
                                        .map(each -> each.number("weight", 0))
                                        .toList())
                        : action.text("cluster"));
        // Without the field, Envoy waits for 15 s.
        aspects.put("timeout", action.duration("timeout").map(Words::duration).orElse("15s"));
        DumpNode retry = action.get("retry_policy");
        if (retry.isThere()) {
            unread.note("route.route.retry_policy", retry, RETRY);
            aspects.put(
                    "retries",
                    Words.retries(
                            retry.number("num_retries", 1),
                            retry.text("retry_on"),
                            retry.texts("retriable_status_codes"),
                            retry.duration("per_try_timeout")));
        }
        String rewrite = Words.rewrite(
                action.optional("host_rewrite_literal"), action.optional("prefix_rewrite"), regex(action));
        if (!rewrite.isEmpty()) {
            aspects.put("rewrite", rewrite);
        }
        Set<String> mirrors = new TreeSet<>();
        for (DumpNode mirror : action.list("request_mirror_policies")) {
            mirrors.add(Words.mirror(mirror.text("cluster"), millionths(mirror.get("runtime_fraction"))));
        }
        if (!mirrors.isEmpty()) {
            aspects.put("mirrors", String.join(", ", mirrors));
        }
    }

    private static Optional<String> regex(DumpNode action) {
        DumpNode rewrite = action.get("regex_rewrite");
        return rewrite.isThere()
                ? Optional.of(Words.regex(rewrite.get("pattern").text("regex"), rewrite.text("substitution")))
                : Optional.empty();
    }

    private static long millionths(DumpNode fraction) {
        if (!fraction.isThere()) {
            return 1_000_000;
        }
        DumpNode value = fraction.get("default_value");
        long parts = switch (value.text("denominator")) {
            case "TEN_THOUSAND" -> 10_000;
            case "MILLION" -> 1_000_000;
            default -> 100;
        };
        return value.number("numerator", 0) * (1_000_000 / parts);
    }

    private String redirect(DumpNode redirect) {
        unread.note("route.redirect", redirect, REDIRECT);
        String scheme = redirect.flag("https_redirect") ? "https" : redirect.text("scheme_redirect");
        return Words.redirect(
                CODES.getOrDefault(redirect.text("response_code"), 0L),
                scheme,
                redirect.text("host_redirect"),
                redirect.number("port_redirect", 0),
                redirect.optional("path_redirect"),
                redirect.optional("prefix_rewrite"),
                regex(redirect).orElse(""));
    }
}
