package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.scalar.Hostname;
import java.util.List;

/**
 * Hosts of a VirtualService. Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:ValidateVirtualService} and
 * {@code agent/validation.go:ValidateWildcardDomainForVirtualServiceBoundToGateway}.
 */
final class VirtualServiceHosts {
    private static final String GENERATED = "outbound_";

    private VirtualServiceHosts() {}

    static void check(VirtualServiceSpec spec, DocumentPath path, ManifestIssues issues) {
        boolean sni = spec.tls().stream()
                .flatMap(rule -> rule.match().stream())
                .anyMatch(match -> !match.sniHosts().isEmpty());
        List<String> hosts = spec.hosts();
        boolean valid = true;
        for (int i = 0; i < hosts.size(); i++) {
            valid &= checkHost(hosts.get(i), spec.appliesToMesh(), sni, path.index(i), issues);
        }
        if (valid) {
            checkOverlaps(hosts, path, issues);
        }
    }

    private static boolean checkHost(String host, boolean mesh, boolean sni, DocumentPath path, ManifestIssues issues) {
        if (mesh && host.equals("*")) {
            String message = "must not be every host because sidecars use the rules";
            issues.error(IssueCode.HOST_INVALID, path, message, "name hosts, or name gateways without \"mesh\"");
            return false;
        }
        if (isDomain(host, !mesh && sni) || Addresses.isIp(host)) {
            return true;
        }
        DnsNames.checkWildcardDomain(host, path, issues);
        return false;
    }

    /** {@return whether it is a DNS name, or one of those that istiod makes up, {@code outbound_.80_.v1_.web.shop.com}} */
    static boolean isDomain(String host, boolean generated) {
        if (!generated || !host.startsWith(GENERATED)) {
            return DnsNames.isWildcardDomain(host);
        }
        String[] parts = host.split("_", -1);
        return DnsNames.hasNameLength(host)
                && parts.length > 3
                && parts[1].chars().anyMatch(c -> c >= '0' && c <= '9')
                && parts[3].chars().anyMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
    }

    private static void checkOverlaps(List<String> hosts, DocumentPath path, ManifestIssues issues) {
        for (int i = 1; i < hosts.size(); i++) {
            for (String earlier : hosts.subList(0, i)) {
                if (Hostname.matches(earlier, hosts.get(i))) {
                    String message = IssueText.quote(hosts.get(i)) + " overlaps with " + IssueText.quote(earlier);
                    issues.error(IssueCode.HOSTS_OVERLAP, path.index(i), message, "remove one of them");
                }
            }
        }
    }
}
