package io.eastwest.routing.destination;

import io.eastwest.model.istio.networking.ClientTlsMode;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.UpstreamProtocol;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.envoy.UpstreamTlsBuilder;
import io.eastwest.routing.view.Registry;
import java.util.List;
import java.util.Optional;

/**
 * How a cluster secures its connections. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/cluster_tls.go:buildUpstreamTLSSettings, buildUpstreamClusterTLSContext, constructUpstreamTLS}.
 */
final class TransportSecurity {
    private static final String CONFIG_MAP = "configmap://";
    private static final String SECRET = "kubernetes://";
    private static final String CA_SUFFIX = "-cacert";
    private static final List<String> MESH_HTTP2 = List.of("istio-peer-exchange", "istio", "h2");
    private static final List<String> MESH = List.of("istio-peer-exchange", "istio");

    private final TargetCluster target;

    TransportSecurity(TargetCluster target) {
        this.target = target;
    }

    UpstreamTls of(
            Optional<ClientTlsSettings> settings,
            boolean mutualTlsPossible,
            ClusterType type,
            UpstreamProtocol protocol) {
        if (settings.isPresent()) {
            return explicit(settings.get(), protocol);
        }
        if (!mutualTlsPossible) {
            return UpstreamTls.none();
        }
        boolean whole = type == ClusterType.ORIGINAL_DST;
        return mesh(
                whole ? UpstreamTls.Mode.ISTIO_MUTUAL : UpstreamTls.Mode.AUTO, Optional.empty(), List.of(), protocol);
    }

    private UpstreamTls explicit(ClientTlsSettings settings, UpstreamProtocol protocol) {
        return switch (settings.mode().orElse(ClientTlsMode.DISABLE)) {
            case DISABLE -> UpstreamTls.none();
            case ISTIO_MUTUAL ->
                mesh(UpstreamTls.Mode.ISTIO_MUTUAL, text(settings.sni()), settings.subjectAltNames(), protocol);
            case SIMPLE ->
                isWithheld(settings)
                        ? UpstreamTls.none()
                        : own(settings, protocol).build();
            case MUTUAL -> mutual(settings, protocol);
        };
    }

    private UpstreamTls mesh(
            UpstreamTls.Mode mode, Optional<String> sni, List<String> names, UpstreamProtocol protocol) {
        return UpstreamTls.builder()
                .mode(mode)
                .sni(sni.or(target::meshServerName))
                .addAllSubjectAltNames(names.isEmpty() ? target.accounts() : names)
                .addAllApplicationProtocols(protocol == UpstreamProtocol.HTTP_2 ? MESH_HTTP2 : MESH)
                .build();
    }

    private UpstreamTls mutual(ClientTlsSettings settings, UpstreamProtocol protocol) {
        Optional<String> certificate = certificate(settings);
        if (isWithheld(settings) || certificate.isEmpty()) {
            return UpstreamTls.none();
        }
        return own(settings, protocol)
                .mode(UpstreamTls.Mode.MUTUAL)
                .certificate(certificate)
                .build();
    }

    private UpstreamTlsBuilder own(ClientTlsSettings settings, UpstreamProtocol protocol) {
        UpstreamTlsBuilder tls =
                UpstreamTls.builder().mode(UpstreamTls.Mode.SIMPLE).sni(text(settings.sni()));
        if (!settings.insecureSkipVerify().orElse(false)) {
            tls.addAllSubjectAltNames(names(settings))
                    .authority(text(settings.credentialName()).map(name -> resource(name + CA_SUFFIX)))
                    .authorityFile(text(settings.caCertificates()));
        }
        return protocol == UpstreamProtocol.HTTP_2 ? tls.addApplicationProtocol("h2") : tls;
    }

    private List<String> names(ClientTlsSettings settings) {
        boolean ofEntry = target.service().registry() == Registry.EXTERNAL;
        return ofEntry && settings.subjectAltNames().isEmpty() ? target.accounts() : settings.subjectAltNames();
    }

    /** A rule for all workloads gives no sidecar a secret; the sidecar is then left without any TLS settings. */
    private boolean isWithheld(ClientTlsSettings settings) {
        boolean secret = text(settings.credentialName())
                .filter(name -> !name.startsWith(CONFIG_MAP))
                .isPresent();
        return secret && target.sidecar() && !target.ruleSelectsWorkloads();
    }

    private static Optional<String> certificate(ClientTlsSettings settings) {
        Optional<String> secret = text(settings.credentialName());
        if (secret.isPresent()) {
            return secret.map(TransportSecurity::resource);
        }
        return text(settings.clientCertificate())
                .flatMap(certificate -> text(settings.privateKey()).map(key -> "file-cert:" + certificate + "~" + key));
    }

    private static String resource(String credentialName) {
        return credentialName.contains("://") ? credentialName : SECRET + credentialName;
    }

    private static Optional<String> text(Optional<String> value) {
        return value.filter(text -> !text.isEmpty());
    }
}
