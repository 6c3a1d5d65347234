package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.IstioTcpRoute;
import io.eastwest.model.istio.networking.IstioTlsRoute;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules and matches that earlier ones leave nothing to. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:analyzeUnreachableHTTPRules, analyzeUnreachableTCPRules,
 * analyzeUnreachableTLSRules}.
 */
final class RuleOrder {
    private final String kind;
    private final DocumentPath spec;
    private final ManifestIssues issues;

    private RuleOrder(String kind, DocumentPath spec, ManifestIssues issues) {
        this.kind = kind;
        this.spec = spec;
        this.issues = issues;
    }

    static void check(VirtualServiceSpec service, DocumentPath spec, ManifestIssues issues) {
        RuleOrder http = new RuleOrder("http", spec, issues);
        List<List<HttpMatchRequest>> requests =
                service.http().stream().map(IstioHttpRoute::match).toList();
        http.check(requests.stream()
                .map(matches -> matches.stream().map(RuleOrder::withoutName).toList())
                .toList());
        PrefixCover.check(requests, spec.field("http"), issues);
        new RuleOrder("tls", spec, issues)
                .check(service.tls().stream().map(IstioTlsRoute::match).toList());
        new RuleOrder("tcp", spec, issues)
                .check(service.tcp().stream().map(IstioTcpRoute::match).toList());
    }

    private <T> void check(List<List<T>> rules) {
        Map<T, Integer> seen = new LinkedHashMap<>();
        int open = -1;
        for (int i = 0; i < rules.size(); i++) {
            List<T> matches = rules.get(i);
            if (open >= 0) {
                String message =
                        "is never reached because " + kind + "[" + open + "] has no match and takes everything";
                issues.warning(IssueCode.RULE_UNREACHABLE, rule(i), message, "move it before that rule or remove it");
            }
            if (matches.isEmpty()) {
                open = i;
            } else if (open < 0) {
                checkRepeated(matches, i, seen);
            }
        }
    }

    private <T> void checkRepeated(List<T> matches, int index, Map<T, Integer> seen) {
        int repeated = 0;
        for (int j = 0; j < matches.size(); j++) {
            Integer earlier = seen.putIfAbsent(matches.get(j), index);
            if (earlier != null) {
                repeated++;
                String message = "repeats a match of " + kind + "[" + earlier + "]";
                issues.warning(
                        IssueCode.MATCH_INEFFECTIVE, rule(index).field("match").index(j), message, "remove it");
            }
        }
        if (repeated == matches.size()) {
            String message = "is never reached because earlier rules have all of its matches";
            issues.warning(IssueCode.RULE_UNREACHABLE, rule(index), message, "remove it or change its matches");
        }
    }

    private DocumentPath rule(int index) {
        return spec.field(kind).index(index);
    }

    /** The name of a match is not a condition; on the wire a zero is no value. */
    private static HttpMatchRequest withoutName(HttpMatchRequest match) {
        var bare = HttpMatchRequest.builder()
                .headers(match.headers())
                .sourceLabels(match.sourceLabels())
                .gateways(match.gateways())
                .queryParams(match.queryParams())
                .withoutHeaders(match.withoutHeaders())
                .uri(match.uri())
                .scheme(match.scheme())
                .method(match.method())
                .authority(match.authority())
                .ignoreUriCase(match.ignoreUriCase().filter(ignored -> ignored))
                .sourceNamespace(match.sourceNamespace().filter(text -> !text.isEmpty()))
                .statPrefix(match.statPrefix().filter(text -> !text.isEmpty()));
        match.port().ifPresent(port -> {
            if (port != 0) {
                bare.port(port);
            }
        });
        return bare.build();
    }
}
