package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.Destination;

/**
 * Where a rule sends to. Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:validateDestination,
 * validatePortSelector, validateSubsetName}.
 */
final class Destinations {
    private Destinations() {}

    static void check(Destination destination, DocumentPath path, ManifestIssues issues) {
        if (destination.host().equals("*")) {
            String message = "must be one host but was \"*\"";
            issues.error(IssueCode.HOST_INVALID, path.field("host"), message, "name the host to send to");
        } else {
            DnsNames.checkWildcardDomain(destination.host(), path.field("host"), issues);
        }
        destination
                .subset()
                .filter(subset -> !subset.isEmpty())
                .ifPresent(subset -> checkSubsetName(subset, path.field("subset"), issues));
        destination
                .port()
                .ifPresent(port -> Quantities.checkPort(
                        port.number().orElse(0), path.field("port").field("number"), issues));
    }

    static void checkSubsetName(String name, DocumentPath path, ManifestIssues issues) {
        if (!DnsNames.isLabel(name)) {
            String message = "must be 1 to 63 letters, digits and inner hyphens but was " + IssueText.quote(name);
            issues.error(IssueCode.TEXT_MALFORMED, path, message, "use a name such as v1");
        }
    }
}
