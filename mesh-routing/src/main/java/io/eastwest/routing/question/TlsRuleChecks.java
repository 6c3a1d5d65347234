package io.eastwest.routing.question;

import io.eastwest.model.istio.networking.ClientTlsMode;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.TrafficPolicyBase;
import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.question.IneffectivePolicy.Reason;
import io.eastwest.routing.security.PeerAuthenticationModes;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** TLS settings of DestinationRules that do nothing, or that servers refuse. */
final class TlsRuleChecks {
    private final ControlPlaneView view;
    private final MeshPods pods;
    private final PeerAuthenticationModes modes;
    private final List<IneffectivePolicy> found = new ArrayList<>();

    TlsRuleChecks(ControlPlaneView view, MeshPods pods) {
        this.view = view;
        this.pods = pods;
        this.modes = PeerAuthenticationModes.of(view);
    }

    List<IneffectivePolicy> found() {
        view.configuration(DestinationRule.class).forEach(this::check);
        return found;
    }

    private void check(Configured<DestinationRule> rule) {
        Optional<ClientTlsMode> mode = rule.resource()
                .spec()
                .trafficPolicy()
                .flatMap(TrafficPolicyBase::tls)
                .flatMap(ClientTlsSettings::mode);
        if (mode.isEmpty()) {
            return;
        }
        String host = Hostname.resolve(rule.resource().spec().host(), rule.namespace(), view.domainSuffix());
        List<ServiceEndpoint> endpoints = view.services().stream()
                .filter(service -> Hostname.subsetOf(service.hostname(), host))
                .flatMap(service -> view.endpoints(service).stream())
                .toList();
        List<WorkloadInstance> servers = endpoints.stream()
                .flatMap(endpoint -> endpoint.owner().stream())
                .flatMap(owner -> pods.named(owner).stream())
                .distinct()
                .toList();
        boolean ofMesh = mode.get() == ClientTlsMode.DISABLE || mode.get() == ClientTlsMode.ISTIO_MUTUAL;
        if (!servers.isEmpty() && ofMesh && servers.stream().allMatch(PolicyReach::isCaptured)) {
            add(
                    rule,
                    Reason.TLS_IGNORED_BY_TUNNEL,
                    "all endpoints of " + host + " are behind ztunnels, which are called in tunnels whatever it says");
        } else if (mode.get() == ClientTlsMode.DISABLE) {
            endpoints.stream()
                    .filter(this::isStrict)
                    .findFirst()
                    .ifPresent(endpoint -> add(
                            rule,
                            Reason.CONTRADICTED,
                            "the sidecar of " + endpoint.owner().orElse(endpoint.address())
                                    + " is STRICT and closes plaintext"));
        }
    }

    private boolean isStrict(ServiceEndpoint endpoint) {
        return endpoint.owner()
                .flatMap(pods::named)
                .filter(server -> server.sidecar() && !PolicyReach.isCaptured(server))
                .filter(server ->
                        modes.mode(server.namespace(), server.labels(), endpoint.port()) == MutualTlsMode.STRICT)
                .isPresent();
    }

    private void add(Configured<DestinationRule> rule, Reason reason, String because) {
        found.add(new IneffectivePolicy(
                view.cluster(), rule.resource().key(), "spec.trafficPolicy.tls", reason, because));
    }
}
