package io.eastwest.model.validation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.model.scalar.RepeatLimit;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Regular expressions and text matches. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:validateStringMatch, validateStringMatchRegexp, validateStringRegexp}.
 *
 * <p>RE2/J reads a few expressions otherwise than Go: it refuses a plain brace that is repeated, as in <code>{*</code>, and
 * takes a backslash before a letter beyond ASCII.
 */
final class Expressions {
    private static final int LONGEST = 1024;

    private Expressions() {}

    /** {@return why it is no RE2 expression; empty when it is one} */
    static Optional<String> fault(String expression) {
        if (!RepeatLimit.holds(expression)) {
            return Optional.of("it repeats a part more than 1000 times or nests too deeply");
        }
        try {
            Pattern.compile(expression);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription());
        }
    }

    static void checkRegex(String expression, DocumentPath path, ManifestIssues issues) {
        int length = expression.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            String message = "must be a regular expression of at most 1024 bytes but has " + length;
            issues.error(IssueCode.REGEX_INVALID, path, message, "shorten it");
        } else if (expression.isEmpty()) {
            String message = "must be a regular expression but was \"\"";
            issues.error(IssueCode.REGEX_INVALID, path, message, "use such as .* or remove it");
        } else {
            fault(expression).ifPresent(fault -> {
                String message = "must be an RE2 expression but was " + IssueText.quote(expression) + ": " + fault;
                issues.error(IssueCode.REGEX_INVALID, path, message, "use RE2 syntax, such as .*");
            });
        }
    }

    /** The prefix must not be empty, the expression must be one. */
    static void check(StringMatch match, DocumentPath path, ManifestIssues issues) {
        if (match instanceof StringMatch.Prefix prefix && prefix.value().isEmpty()) {
            issues.error(
                    IssueCode.TEXT_TOO_SHORT,
                    path.field("prefix"),
                    "must not be empty",
                    "add text, or write {} to match any value");
        }
        checkRegexOnly(match, path, issues);
    }

    /** The expression must be one; a prefix may be empty. */
    static void checkRegexOnly(StringMatch match, DocumentPath path, ManifestIssues issues) {
        if (match instanceof StringMatch.Regex regex) {
            checkRegex(regex.value(), path.field("regex"), issues);
        }
    }
}
