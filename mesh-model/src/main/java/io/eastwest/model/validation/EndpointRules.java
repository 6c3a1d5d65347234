package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.WorkloadEntry;
import io.eastwest.model.istio.networking.WorkloadEntrySpec;
import java.util.Set;

/**
 * A workload, as an object of its own or as an endpoint of a ServiceEntry. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:validateWorkloadEntry, ValidateServiceEntry}.
 */
final class EndpointRules {
    private final WorkloadEntrySpec endpoint;
    private final DocumentPath path;
    private final ManifestIssues issues;

    private EndpointRules(WorkloadEntrySpec endpoint, DocumentPath path, ManifestIssues issues) {
        this.endpoint = endpoint;
        this.path = path;
        this.issues = issues;
    }

    static void check(WorkloadEntry entry, ManifestIssues issues) {
        EndpointRules rules =
                new EndpointRules(entry.spec(), DocumentPath.root().field("spec"), issues);
        rules.checkAddress(true);
        rules.checkPorts();
    }

    /** {@code ports} are the names of those that the ServiceEntry has. */
    static void checkStatic(WorkloadEntrySpec endpoint, Set<String> ports, DocumentPath path, ManifestIssues issues) {
        EndpointRules rules = new EndpointRules(endpoint, path, issues);
        rules.checkAddress(false);
        rules.checkPorts();
        rules.requireKnown(ports);
        if (endpoint.address().orElse("").startsWith(Addresses.UNIX) && ports.size() != 1) {
            String message = "a socket serves one port but the ServiceEntry has " + ports.size();
            issues.error(IssueCode.FIELD_CONFLICT, path.field("address"), message, "leave one port");
        }
    }

    static void checkNamed(WorkloadEntrySpec endpoint, Set<String> ports, DocumentPath path, ManifestIssues issues) {
        EndpointRules rules = new EndpointRules(endpoint, path, issues);
        rules.checkName(endpoint.address().orElse(""));
        rules.checkPorts();
        rules.requireKnown(ports);
    }

    private void checkAddress(boolean names) {
        String address = endpoint.address().orElse("");
        DocumentPath at = path.field("address");
        if (address.isEmpty()) {
            String network = endpoint.network().orElse("");
            if (network.isEmpty()) {
                String message = "has neither address nor network";
                issues.error(IssueCode.MISSING_FIELD, path, message, "add the address");
            } else {
                String message =
                        "has no address, so only gateways of network " + IssueText.quote(network) + " lead to it";
                issues.warning(IssueCode.ENDPOINT_WITHOUT_ADDRESS, path, message, "add the address if it has one");
            }
        } else if (address.startsWith(Addresses.UNIX)) {
            Addresses.checkSocket(address, at, issues);
            if (!endpoint.ports().isEmpty()) {
                String message = "must be empty because the address is a socket";
                issues.error(IssueCode.FIELD_CONFLICT, path.field("ports"), message, "remove them");
            }
        } else if (names) {
            checkName(address);
        } else {
            Addresses.checkIp(address, at, issues);
        }
    }

    private void checkName(String address) {
        if (!Addresses.isIp(address) && !DnsNames.isFqdn(address)) {
            String message = "must be an IP address or DNS name but was " + IssueText.quote(address);
            issues.error(
                    IssueCode.ADDRESS_INVALID, path.field("address"), message, "use such as 10.0.0.1 or db.shop.com");
        }
    }

    private void checkPorts() {
        endpoint.ports().forEach((name, number) -> {
            DnsNames.checkLabel(name, path.field("ports").field(name), issues);
            Quantities.checkPort(number, path.field("ports").field(name), issues);
        });
        LabelMaps.check(endpoint.labels(), path.field("labels"), issues);
    }

    private void requireKnown(Set<String> ports) {
        for (String name : endpoint.ports().keySet()) {
            if (!ports.contains(name)) {
                String message = IssueText.quote(name) + " is no port of the ServiceEntry, which has "
                        + IssueText.quote(String.join(", ", ports));
                DocumentPath at = path.field("ports").field(name);
                issues.error(IssueCode.ENDPOINT_PORT_UNKNOWN, at, message, "rename it or add the port");
            }
        }
    }
}
