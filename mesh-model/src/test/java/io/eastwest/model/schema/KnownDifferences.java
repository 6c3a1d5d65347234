package io.eastwest.model.schema;

import io.eastwest.model.issue.Issue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the reader and the schema layer differ from a definition on purpose, each with its reason. An object on which they
 * differ is excused when all that is said about it is listed; what is listed and never met is reported.
 */
final class KnownDifferences {
    private final Map<Pattern, String> stricter = new LinkedHashMap<>();
    private final Map<Pattern, String> laxer = new LinkedHashMap<>();
    private final Set<Pattern> met = new LinkedHashSet<>();

    /** We refuse what the definition takes: issues as {@code CODE path}. */
    KnownDifferences stricter(String issue, String reason) {
        stricter.put(Pattern.compile(issue), reason);
        return this;
    }

    /** As {@link #stricter}, for a list that several definitions share: whether it is met is not asked. */
    KnownDifferences stricterAnywhere(String issue, String reason) {
        stricter(issue, reason);
        stricter.keySet().stream()
                .filter(pattern -> pattern.pattern().equals(issue))
                .forEach(met::add);
        return this;
    }

    /** We take what the definition refuses: constraints as a {@link Violation} names them. */
    KnownDifferences laxer(String constraint, String reason) {
        laxer.put(Pattern.compile(constraint), reason);
        return this;
    }

    boolean excuseIssues(List<Issue> issues) {
        return excuse(
                stricter,
                issues.stream().map(issue -> issue.code() + " " + issue.path()).toList());
    }

    boolean excuseViolations(List<Violation> violations) {
        return excuse(laxer, violations.stream().map(Violation::constraint).toList());
    }

    boolean isLaxer(String constraint) {
        return excuse(laxer, List.of(constraint));
    }

    private boolean excuse(Map<Pattern, String> known, List<String> texts) {
        List<Pattern> used = new ArrayList<>();
        for (String text : texts) {
            known.keySet().stream()
                    .filter(pattern -> pattern.matcher(text).matches())
                    .findFirst()
                    .ifPresent(used::add);
        }
        if (used.size() < texts.size()) {
            return false;
        }
        met.addAll(used);
        return true;
    }

    /** What is listed and was never met. */
    List<String> stale() {
        List<String> stale = new ArrayList<>();
        stricter.keySet().stream().filter(pattern -> !met.contains(pattern)).forEach(each -> stale.add(each + ""));
        laxer.keySet().stream().filter(pattern -> !met.contains(pattern)).forEach(each -> stale.add(each + ""));
        return stale;
    }
}
