package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.mesh.MeshNetwork;
import io.eastwest.model.istio.mesh.NetworkEndpoints;
import io.eastwest.model.istio.mesh.NetworkGateway;
import java.util.Map;

/**
 * What the networks of a mesh may say. Mirrors istio 1.30.3 {@code
 * pkg/config/validation/agent/validation.go:ValidateMeshNetworks, validateNetwork} with host names as gateways, which is
 * the default.
 */
final class MeshNetworksRules {
    private MeshNetworksRules() {}

    static void check(Map<String, MeshNetwork> networks, DocumentPath path, ManifestIssues issues) {
        networks.forEach((name, network) -> {
            DocumentPath at = path.field(name);
            for (int i = 0; i < network.endpoints().size(); i++) {
                check(network.endpoints().get(i), at.field("endpoints").index(i), issues);
            }
            for (int i = 0; i < network.gateways().size(); i++) {
                check(network.gateways().get(i), at.field("gateways").index(i), issues);
            }
        });
    }

    private static void check(NetworkEndpoints endpoints, DocumentPath path, ManifestIssues issues) {
        if (endpoints instanceof NetworkEndpoints.FromCidr cidr) {
            Addresses.checkIpOrCidr(cidr.value(), path.field("fromCidr"), issues);
        } else if (endpoints instanceof NetworkEndpoints.FromRegistry registry) {
            DnsNames.checkLabel(registry.value(), path.field("fromRegistry"), issues);
        }
    }

    private static void check(NetworkGateway gateway, DocumentPath path, ManifestIssues issues) {
        gateway.registryServiceName()
                .ifPresent(name -> DnsNames.checkFqdn(name, path.field("registryServiceName"), issues));
        gateway.address().filter(address -> !isHost(address)).ifPresent(address -> {
            String message = "must be an IP address or a DNS name but was " + IssueText.quote(address);
            issues.error(IssueCode.ADDRESS_INVALID, path.field("address"), message, "use such as 203.0.113.7");
        });
        Quantities.checkPort(gateway.port().orElse(0), path.field("port"), issues);
    }

    private static boolean isHost(String address) {
        return Addresses.isIp(address) || DnsNames.isFqdn(address);
    }
}
