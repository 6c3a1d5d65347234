package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;

/**
 * Hosts with the namespace they are taken from, as gateways and sidecars write them. Mirrors istio 1.30.3
 * {@code pkg/config/validation/agent/validation.go:ValidateNamespaceSlashWildcardHostname, ValidatePartialWildCard}.
 */
final class HostScopes {
    private static final String GATEWAY_HINT = "use such as web.shop.com, *.shop.com, shop/web.shop.com or *";
    private static final String SIDECAR_HINT = "use such as shop/web.shop.svc.cluster.local, ./*, */* or ~/*";

    private HostScopes() {}

    /** {@return whether it has a wildcard that is neither the whole first part nor the whole name} */
    static boolean isPartialWildcard(String host) {
        return host.indexOf('*') >= 0 && host.length() != 1 && !host.startsWith("*.");
    }

    /** {@code [namespace/]host}; {@code nowhere} says whether the namespace may be {@code ~}. */
    static void checkGatewayHost(String text, boolean nowhere, DocumentPath path, ManifestIssues issues) {
        int slash = text.indexOf('/');
        String host = text.substring(slash + 1);
        if (slash >= 0) {
            checkNamespace(text, text.substring(0, slash), nowhere, path, issues, GATEWAY_HINT);
        }
        if (!isScoped(host) || !DnsNames.isWildcardDomain(host) && !Addresses.isIp(host)) {
            report(text, "must name a whole DNS name, IPv4 address or wildcard", path, issues, GATEWAY_HINT);
        }
    }

    /** {@code namespace/host}, neither of them left out. */
    static void checkSidecarHost(String text, DocumentPath path, ManifestIssues issues) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            report(text, "must be a namespace and a host", path, issues, SIDECAR_HINT);
            return;
        }
        String host = text.substring(slash + 1);
        checkNamespace(text, text.substring(0, slash), true, path, issues, SIDECAR_HINT);
        if (!isScoped(host) || !DnsNames.isWildcardDomain(host)) {
            report(text, "must name a whole DNS name or wildcard", path, issues, SIDECAR_HINT);
        }
    }

    /** {@return whether it is {@code namespace/host}, neither of them left out} */
    static boolean isSidecarHost(String text) {
        int slash = text.indexOf('/');
        String host = text.substring(slash + 1);
        return slash >= 0
                && isNamespace(text.substring(0, slash), true)
                && isScoped(host)
                && DnsNames.isWildcardDomain(host);
    }

    private static boolean isNamespace(String text, boolean nowhere) {
        boolean sign = text.equals("*") || text.equals(".") || nowhere && text.equals("~");
        return sign || DnsNames.isLabel(text);
    }

    private static void checkNamespace(
            String text, String namespace, boolean nowhere, DocumentPath path, ManifestIssues issues, String hint) {
        if (!isNamespace(namespace, nowhere)) {
            report(text, "must begin with a namespace", path, issues, hint);
        }
    }

    private static boolean isScoped(String host) {
        return (host.equals("*") || host.indexOf('.') >= 0) && !isPartialWildcard(host);
    }

    private static void report(String text, String what, DocumentPath path, ManifestIssues issues, String hint) {
        issues.error(IssueCode.HOST_INVALID, path, what + " but was " + IssueText.quote(text), hint);
    }
}
