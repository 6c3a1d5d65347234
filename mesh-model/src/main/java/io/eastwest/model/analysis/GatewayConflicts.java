package io.eastwest.model.analysis;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.Server;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gateways of the same pods that take one host on one port and address, or show one certificate. Hosts are compared as
 * they are written. Upstream forgets all but the last server of a port and adds hosts of the one Gateway to the other while
 * it goes, so that its answer depends on the order; here all servers are compared as they stand, sorted by key. Mirrors
 * istio 1.30.3 {@code pkg/config/analysis/analyzers/gateway/conflictinggateway.go} and {@code certificate.go}.
 */
final class GatewayConflicts {
    private static final int MOST = 6;

    /** What only one Gateway of a pod should have. */
    private record Claim(String kind, String value, int port, String bind) {}

    private final ControlPlaneScope scope;
    private final Map<Claim, Map<Map<String, String>, List<Found<IstioGateway>>>> claims = new LinkedHashMap<>();

    private GatewayConflicts(ControlPlaneScope scope) {
        this.scope = scope;
    }

    static void check(ControlPlaneScope scope, Findings findings) {
        GatewayConflicts conflicts = new GatewayConflicts(scope);
        List<Found<IstioGateway>> gateways = scope.configuration(IstioGateway.class).stream()
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .toList();
        gateways.forEach(conflicts::add);
        gateways.forEach(gateway -> conflicts.check(gateway, findings));
    }

    private void add(Found<IstioGateway> gateway) {
        for (Server server : gateway.resource().spec().servers()) {
            server.hosts().forEach(host -> add(gateway, host(server, host)));
            certificate(server).forEach(claim -> add(gateway, claim));
        }
    }

    private void add(Found<IstioGateway> gateway, Claim claim) {
        List<Found<IstioGateway>> same = claims.computeIfAbsent(claim, any -> new LinkedHashMap<>())
                .computeIfAbsent(gateway.resource().spec().selector(), any -> new ArrayList<>());
        if (same.isEmpty() || !same.get(same.size() - 1).equals(gateway)) {
            same.add(gateway);
        }
    }

    private void check(Found<IstioGateway> gateway, Findings findings) {
        List<Server> servers = gateway.resource().spec().servers();
        for (int i = 0; i < servers.size(); i++) {
            Server server = servers.get(i);
            DocumentPath path = AnalysisPaths.SPEC.field("servers").index(i);
            for (int j = 0; j < server.hosts().size(); j++) {
                String host = server.hosts().get(j);
                String others = others(gateway, host(server, host), false);
                if (!others.isEmpty()) {
                    findings.error(
                            IssueCode.GATEWAYS_CONFLICT,
                            gateway,
                            path.field("hosts").index(j),
                            "host " + IssueText.quote(host) + " on port "
                                    + server.port().number() + " is also taken by Gateway " + others
                                    + " for the same pods; only one of them counts",
                            "merge them into one");
                }
            }
            for (Claim claim : certificate(server)) {
                String others = others(gateway, claim, true);
                if (!others.isEmpty()) {
                    findings.warning(
                            IssueCode.CERTIFICATE_SHARED_BY_GATEWAYS,
                            gateway,
                            path.field("tls"),
                            "shows the same certificate as Gateway " + others
                                    + "; clients that reuse an HTTP/2 connection for its hosts get 404",
                            "put the hosts into one Gateway or give each a certificate of its own");
                }
            }
        }
    }

    private static Claim host(Server server, String host) {
        return new Claim("host", host, server.port().number(), server.bind().orElse(""));
    }

    private static List<Claim> certificate(Server server) {
        String credential =
                server.tls().flatMap(ServerTlsSettings::credentialName).orElse("");
        if (!credential.isEmpty()) {
            return List.of(new Claim("credential", credential, 0, ""));
        }
        String certificate =
                server.tls().flatMap(ServerTlsSettings::serverCertificate).orElse("");
        String key = server.tls().flatMap(ServerTlsSettings::privateKey).orElse("");
        return certificate.isEmpty() || key.isEmpty()
                ? List.of()
                : List.of(new Claim("files", certificate + " " + key, 0, ""));
    }

    /** {@return the other Gateways with that claim as a list; empty text: none} */
    private String others(Found<IstioGateway> gateway, Claim claim, boolean wider) {
        Map<String, String> own = gateway.resource().spec().selector();
        List<String> shown = new ArrayList<>();
        int total = 0;
        for (Map.Entry<Map<String, String>, List<Found<IstioGateway>>> same :
                claims.getOrDefault(claim, new LinkedHashMap<>()).entrySet()) {
            if (wider ? isPart(own, same.getKey()) : selectOnePod(own, same.getKey())) {
                total += same.getValue().size();
                same.getValue().stream()
                        .filter(other -> !other.equals(gateway))
                        .limit(MOST - shown.size())
                        .forEach(other -> shown.add(other.namespace() + "/" + other.name()));
            }
        }
        return shown.isEmpty() ? "" : Texts.list(shown, total - 1); // it is among those of its own selector
    }

    private boolean selectOnePod(Map<String, String> one, Map<String, String> other) {
        return one.equals(other)
                || isPart(one, other) && !scope.pods().selected(other).isEmpty()
                || isPart(other, one) && !scope.pods().selected(one).isEmpty();
    }

    private static boolean isPart(Map<String, String> part, Map<String, String> whole) {
        return part.entrySet().stream()
                .allMatch(label -> label.getValue().equals(whole.getOrDefault(label.getKey(), "\0")));
    }
}
