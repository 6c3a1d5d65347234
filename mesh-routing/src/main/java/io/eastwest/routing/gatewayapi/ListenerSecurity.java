package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.FrontendTlsConfig;
import io.eastwest.model.gatewayapi.FrontendTlsPort;
import io.eastwest.model.gatewayapi.FrontendTlsValidation;
import io.eastwest.model.gatewayapi.GatewayFrontendTls;
import io.eastwest.model.gatewayapi.GatewaySpec;
import io.eastwest.model.gatewayapi.GatewayTls;
import io.eastwest.model.gatewayapi.Listener;
import io.eastwest.model.gatewayapi.ListenerTls;
import io.eastwest.model.gatewayapi.ListenerTlsMode;
import io.eastwest.model.gatewayapi.ObjectReference;
import io.eastwest.model.gatewayapi.SecretObjectReference;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.model.istio.networking.ServerTlsSettingsBuilder;
import io.eastwest.routing.gatewayapi.ListenerCertificates.Credential;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** TLS settings of listeners. Mirrors istio 1.30.3 {@code pilot/pkg/config/kube/gateway/conversion.go:buildTLS}. */
final class ListenerSecurity {
    private static final String TERMINATE_MODE = "gateway.istio.io/tls-terminate-mode";
    private static final String CIPHER_SUITES = "gateway.istio.io/tls-cipher-suites";
    private static final String LISTENER_PROTOCOL = "gateway.istio.io/listener-protocol";
    private static final String NETWORK = "topology.istio.io/network";
    private static final String GATEWAY_PORT = "networking.istio.io/gatewayPort";
    private static final String DEFAULT_GATEWAY_PORT = "15443";
    private static final int MOST_CERTIFICATES = 2;

    private final ListenerCertificates certificates;

    ListenerSecurity(ListenerCertificates certificates) {
        this.certificates = certificates;
    }

    /**
     * The settings of a listener.
     *
     * @param listener the listener
     * @param owner object that holds it
     * @param labels labels of that object
     * @param gateway Gateway that it belongs to
     */
    ServerTls of(Listener listener, ParentKey owner, Map<String, String> labels, GatewaySpec gateway) {
        if (listener.tls().isEmpty()) {
            return ServerTls.NONE;
        }
        ListenerTls tls = listener.tls().get();
        ServerTlsSettingsBuilder settings = ServerTlsSettings.builder().httpsRedirect(false);
        if (tls.mode().orElse(ListenerTlsMode.Terminate) == ListenerTlsMode.Passthrough) {
            settings.mode(
                    isAutoPassthrough(listener.port(), tls, labels)
                            ? ServerTlsMode.AUTO_PASSTHROUGH
                            : ServerTlsMode.PASSTHROUGH);
            return withCipherSuites(settings, tls);
        }
        return terminated(tls, authorities(gateway, listener.port()), owner, settings);
    }

    /** Mirrors istio 1.30.3 {@code pilot/pkg/serviceregistry/kube/conversion.go:IsAutoPassthrough}. */
    private static boolean isAutoPassthrough(int port, ListenerTls tls, Map<String, String> labels) {
        if ("auto-passthrough".equals(tls.options().get(LISTENER_PROTOCOL))) {
            return true;
        }
        return labels.containsKey(NETWORK)
                && labels.getOrDefault(GATEWAY_PORT, DEFAULT_GATEWAY_PORT).equals(Integer.toString(port));
    }

    private ServerTls terminated(
            ListenerTls tls, List<ObjectReference> authorities, ParentKey owner, ServerTlsSettingsBuilder settings) {
        String option = tls.options().getOrDefault(TERMINATE_MODE, "");
        switch (option) {
            case "ISTIO_SIMPLE" -> {
                return ServerTls.of(settings.mode(ServerTlsMode.SIMPLE)
                        .credentialName("builtin://")
                        .build());
            }
            case "ISTIO_MUTUAL" -> {
                return ServerTls.of(settings.mode(ServerTlsMode.ISTIO_MUTUAL).build());
            }
            case "MUTUAL" -> settings.mode(ServerTlsMode.MUTUAL);
            case "OPTIONAL_MUTUAL" -> settings.mode(ServerTlsMode.OPTIONAL_MUTUAL);
            default -> settings.mode(ServerTlsMode.SIMPLE);
        }
        Optional<Problem> problem = serverCertificates(tls.certificateRefs(), owner, settings);
        if (problem.isPresent()) {
            return ServerTls.bad(settings.build(), problem.get());
        }
        if (!authorities.isEmpty() && !tls.certificateRefs().isEmpty()) {
            Credential authority = certificates.authority(authorities, owner);
            if (authority.problem().isPresent()) {
                return ServerTls.bad(settings.build(), authority.problem().get());
            }
            settings.mode(option.equals("OPTIONAL_MUTUAL") ? ServerTlsMode.OPTIONAL_MUTUAL : ServerTlsMode.MUTUAL)
                    .caCertCredentialName(authority.credential());
        }
        return withCipherSuites(settings, tls);
    }

    private Optional<Problem> serverCertificates(
            List<SecretObjectReference> references, ParentKey owner, ServerTlsSettingsBuilder settings) {
        if (references.size() > MOST_CERTIFICATES) {
            return Optional.of(new Problem(
                    Problem.INVALID_CERTIFICATE, "more than two certificates are referred to; up to two are accepted"));
        }
        List<Credential> credentials = references.stream()
                .map(reference -> certificates.server(reference, owner))
                .toList();
        List<String> names = new ArrayList<>();
        credentials.forEach(each -> each.credential().ifPresent(names::add));
        if (names.size() == 1) {
            settings.credentialName(credentials.get(0).credential());
        } else {
            settings.credentialNames(names);
        }
        return names.isEmpty()
                ? credentials.stream().flatMap(each -> each.problem().stream()).findFirst()
                : Optional.empty();
    }

    private static ServerTls withCipherSuites(ServerTlsSettingsBuilder settings, ListenerTls tls) {
        for (String suite : tls.options().getOrDefault(CIPHER_SUITES, "").split(",", -1)) {
            if (!suite.isBlank()) {
                settings.addCipherSuite(suite.strip());
            }
        }
        return ServerTls.of(settings.build());
    }

    private static List<ObjectReference> authorities(GatewaySpec gateway, int port) {
        return gateway.tls()
                .flatMap(GatewayTls::frontend)
                .map(frontend -> ofPort(frontend, port))
                .flatMap(FrontendTlsConfig::validation)
                .map(FrontendTlsValidation::caCertificateRefs)
                .orElse(List.of());
    }

    private static FrontendTlsConfig ofPort(GatewayFrontendTls frontend, int port) {
        return frontend.perPort().stream()
                .filter(each -> each.port() == port)
                .findFirst()
                .map(FrontendTlsPort::tls)
                .orElse(frontend.defaultConfig());
    }
}
