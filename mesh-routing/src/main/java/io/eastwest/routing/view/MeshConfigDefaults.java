package io.eastwest.routing.view;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshConfigBuilder;
import io.eastwest.model.istio.mesh.MeshOutboundMode;
import io.eastwest.model.istio.mesh.MeshOutboundTrafficPolicy;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.model.topology.MeshTopologySpec;
import java.time.Duration;
import java.util.List;

/**
 * The settings that istiod works with when the mesh configuration does not say. Mirrors istio 1.30.3 {@code
 * pkg/config/mesh/mesh.go:DefaultMeshConfig}.
 */
final class MeshConfigDefaults {
    private static final List<String> EVERYBODY = List.of("*");

    private MeshConfigDefaults() {}

    /**
     * Fills in.
     *
     * @param config what the document says
     * @param topology trust domain and root namespace of the mesh, where the document is silent
     * @return the same with defaults where a field is absent
     */
    static MeshConfig apply(MeshConfig config, MeshTopologySpec topology) {
        MeshConfigBuilder filled = config.toBuilder();
        if (config.trustDomain().filter(domain -> !domain.isEmpty()).isEmpty()) {
            filled.trustDomain(topology.trustDomainOrDefault());
        }
        if (config.rootNamespace().filter(name -> !name.isEmpty()).isEmpty()) {
            filled.rootNamespace(topology.rootNamespaceOrDefault());
        }
        if (config.enableAutoMtls().isEmpty()) {
            filled.enableAutoMtls(true);
        }
        if (config.outboundTrafficPolicy().isEmpty()) {
            filled.outboundTrafficPolicy(MeshOutboundTrafficPolicy.of(MeshOutboundMode.ALLOW_ANY));
        }
        if (config.connectTimeout().isEmpty()) {
            filled.connectTimeout(Duration.ofSeconds(10));
        }
        if (config.localityLbSetting().isEmpty()) {
            filled.localityLbSetting(
                    LocalityLoadBalancerSetting.builder().enabled(true).build());
        }
        if (config.defaultServiceExportTo().isEmpty()) {
            filled.defaultServiceExportTo(EVERYBODY);
        }
        if (config.defaultVirtualServiceExportTo().isEmpty()) {
            filled.defaultVirtualServiceExportTo(EVERYBODY);
        }
        if (config.defaultDestinationRuleExportTo().isEmpty()) {
            filled.defaultDestinationRuleExportTo(EVERYBODY);
        }
        if (config.dnsRefreshRate().isEmpty()) {
            filled.dnsRefreshRate(Duration.ofSeconds(60));
        }
        if (config.protocolDetectionTimeout().isEmpty()) {
            filled.protocolDetectionTimeout(Duration.ZERO);
        }
        return filled.build();
    }
}
