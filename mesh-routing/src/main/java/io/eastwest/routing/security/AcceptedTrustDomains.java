package io.eastwest.routing.security;

import io.eastwest.model.istio.mesh.MeshCaCertificate;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The trust domains of a mesh configuration.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/plugin/authn/util.go:TrustDomainsForValidation}.
 */
final class AcceptedTrustDomains {
    private AcceptedTrustDomains() {}

    /** {@return the trust domains whose client certificates are accepted} */
    static List<String> of(ControlPlaneView view) {
        Set<String> domains = new LinkedHashSet<>(aliases(view).domains());
        for (MeshCaCertificate certificate : view.meshConfig().caCertificates()) {
            domains.addAll(certificate.trustDomains());
        }
        domains.remove("");
        return List.copyOf(domains);
    }

    static TrustDomainAliases aliases(ControlPlaneView view) {
        List<String> domains = new ArrayList<>();
        domains.add(view.trustDomain(view.cluster()));
        domains.addAll(view.meshConfig().trustDomainAliases());
        return new TrustDomainAliases(domains);
    }
}
