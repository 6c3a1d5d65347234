package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;

/**
 * A host and a port, as proxies are told where a server is. Mirrors istio 1.30.3 {@code
 * pkg/config/validation/agent/validation.go:ValidateProxyAddress} and go {@code net/ipsock.go:SplitHostPort}.
 */
final class HostPorts {
    private HostPorts() {}

    static void check(String address, DocumentPath path, ManifestIssues issues) {
        if (!isHostPort(address)) {
            String message = "must be a host and a port but was " + IssueText.quote(address);
            issues.error(IssueCode.HOST_PORT_INVALID, path, message, "use such as istiod.istio-system.svc:15012");
        }
    }

    static boolean isHostPort(String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 0 || !isPort(address.substring(colon + 1))) {
            return false;
        }
        String host = address.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]") && host.length() > 1;
        String name = bracketed ? host.substring(1, host.length() - 1) : host;
        boolean plain = name.indexOf('[') < 0 && name.indexOf(']') < 0 && (bracketed || name.indexOf(':') < 0);
        return plain && (DnsNames.isFqdn(name) || Addresses.isIp(name));
    }

    private static boolean isPort(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return !significant.isEmpty()
                && significant.length() <= 5
                && significant.chars().allMatch(c -> c >= '0' && c <= '9')
                && Quantities.isPort(Integer.parseInt(significant));
    }
}
