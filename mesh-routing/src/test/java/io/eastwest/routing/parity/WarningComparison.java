package io.eastwest.routing.parity;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For each object that the API server or Istio's validation complains about, the engine must have a finding. */
final class WarningComparison {
    /** {@code <cluster>: [<file>:] <Kind> <namespace>/<name>: ...} */
    private static final Pattern OBJECT = Pattern.compile(
            "(?<cluster>[^: ]+): (?:[^: ]+\\.ya?ml: )?(?<kind>[A-Z]\\w+) (?<name>[^: ]+): (?<said>.*)", Pattern.DOTALL);

    private WarningComparison() {}

    static List<Difference> compare(List<String> warnings, List<String> findings) {
        Differences differences = new Differences();
        for (String warning : warnings) {
            Matcher object = OBJECT.matcher(warning);
            // What Envoy rejects and what cannot be ejected shows in the calls.
            if (!object.matches()) {
                continue;
            }
            String key = object.group("kind") + "/" + object.group("name");
            if (findings.stream().noneMatch(finding -> names(finding, key))) {
                differences.add("warnings", warning, "no finding for " + key);
            }
        }
        return differences.found();
    }

    /** {@return whether the API server or the webhook refused the object that a finding is about} */
    static boolean refused(List<String> warnings, String finding) {
        return warnings.stream()
                .map(OBJECT::matcher)
                .filter(Matcher::matches)
                .filter(object -> object.group("said").startsWith("API server: ")
                        || object.group("said").startsWith("webhook rejects: "))
                .anyMatch(object -> names(finding, object.group("kind") + "/" + object.group("name")));
    }

    private static boolean names(String finding, String key) {
        int start = finding.indexOf(key);
        int end = start + key.length();
        return start >= 0 && (end == finding.length() || " :".indexOf(finding.charAt(end)) >= 0);
    }
}
