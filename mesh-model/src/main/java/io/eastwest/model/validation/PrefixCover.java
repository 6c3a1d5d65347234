package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.StringMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches of a path prefix that an earlier, shorter prefix covers. Conditions are compared as texts, so some covers are
 * missed and some matches that only look covered are named. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:genMatchHTTPRoutes, coveredValidation}.
 *
 * @param path place of the match
 * @param prefix prefix of the path, not empty
 * @param match all conditions
 */
record PrefixCover(DocumentPath path, String prefix, HttpMatchRequest match) {
    static void check(List<List<HttpMatchRequest>> rules, DocumentPath http, ManifestIssues issues) {
        List<PrefixCover> covers = of(rules, http);
        for (int i = 0; i < covers.size(); i++) {
            PrefixCover later = covers.get(i);
            for (PrefixCover earlier : covers.subList(0, i)) {
                if (!earlier.prefix.equals(later.prefix) && earlier.covers(later)) {
                    String message = "prefix " + IssueText.quote(later.prefix) + " is covered by prefix "
                            + IssueText.quote(earlier.prefix) + " of " + earlier.path;
                    issues.warning(IssueCode.MATCH_INEFFECTIVE, later.path, message, "move it before that match");
                }
            }
        }
    }

    /** Only matches that are reached count. */
    private static List<PrefixCover> of(List<List<HttpMatchRequest>> rules, DocumentPath http) {
        List<PrefixCover> covers = new ArrayList<>();
        for (int i = 0; i < rules.size() && (i == 0 || !rules.get(i - 1).isEmpty()); i++) {
            for (int j = 0; j < rules.get(i).size(); j++) {
                HttpMatchRequest match = rules.get(i).get(j);
                String prefix = match.uri()
                        .map(uri -> uri instanceof StringMatch.Prefix text ? text.value() : "")
                        .orElse("");
                if (!prefix.isEmpty()) {
                    covers.add(new PrefixCover(http.index(i).field("match").index(j), prefix, match));
                }
            }
        }
        return covers;
    }

    private boolean covers(PrefixCover later) {
        return later.prefix.startsWith(prefix)
                && match.port().orElse(0) == later.match.port().orElse(0)
                && method().startsWith(later.method())
                && match.authority()
                        .map(PrefixCover::text)
                        .orElse("")
                        .startsWith(
                                later.match.authority().map(PrefixCover::text).orElse(""))
                && covers(match.headers(), later.match.headers())
                && covers(match.queryParams(), later.match.queryParams())
                && covers(match.withoutHeaders(), later.match.withoutHeaders());
    }

    private String method() {
        String method = match.method().map(PrefixCover::text).orElse("");
        return method.isEmpty() ? "exact:GET" : method;
    }

    private static boolean covers(Map<String, StringMatch> earlier, Map<String, StringMatch> later) {
        Map<String, String> texts = new LinkedHashMap<>();
        later.forEach((name, value) -> texts.put(name, text(value)));
        return earlier.keySet().equals(texts.keySet())
                && earlier.entrySet().stream()
                        .allMatch(condition -> text(condition.getValue()).startsWith(texts.get(condition.getKey())));
    }

    /** A regular expression, an empty value and mere presence look alike upstream. */
    private static String text(StringMatch match) {
        return match.match(
                exact -> exact.value().isEmpty() ? "" : "exact:" + exact.value(),
                prefix -> prefix.value().isEmpty() ? "" : "prefix:" + prefix.value(),
                regex -> "",
                present -> "");
    }
}
