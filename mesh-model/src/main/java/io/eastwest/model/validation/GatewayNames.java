package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.List;

/**
 * Names of Gateways in a VirtualService. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:validateGatewayNames}.
 */
final class GatewayNames {
    private GatewayNames() {}

    /** Names after the first without a namespace are not checked upstream, and so not here. */
    static void check(List<String> names, boolean converted, DocumentPath path, ManifestIssues issues) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int slash = name.indexOf('/');
            if (slash < 0) {
                checkLegacy(name, path.index(i), issues);
                return;
            }
            boolean namespace = DnsNames.isLabel(name.substring(0, slash));
            String gateway = name.substring(slash + 1);
            if (!namespace || gateway.isEmpty() || !converted && !DnsNames.isLabel(gateway)) {
                String message = "must be namespace/name of a Gateway but was " + IssueText.quote(name);
                issues.error(IssueCode.TEXT_MALFORMED, path.index(i), message, "use such as shop/edge, or edge");
            }
        }
    }

    private static void checkLegacy(String name, DocumentPath path, ManifestIssues issues) {
        String[] parts = name.split("\\.", -1);
        if (parts.length > 1) {
            String message = "names a Gateway in the outdated form " + IssueText.quote(name);
            issues.warning(
                    IssueCode.GATEWAY_NAME_LEGACY, path, message, "use " + IssueText.quote(parts[1] + "/" + parts[0]));
        }
        if (!DnsNames.isFqdn(name)) {
            String message = "must be the name of a Gateway but was " + IssueText.quote(name);
            issues.error(IssueCode.TEXT_MALFORMED, path, message, "use such as shop/edge, or edge");
        }
    }
}
