package io.eastwest.routing.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.istio.mesh.MeshServiceSettings;
import org.junit.jupiter.api.Test;

class ClusterLocalHostsTest {
    private static final String SUFFIX = "cluster.local";

    @Test
    void systemServicesAreLocalByDefault() {
        ClusterLocalHosts hosts = hosts();

        assertThat(hosts.isClusterLocal("s.kube-system.svc.cluster.local")).isTrue();
        assertThat(hosts.isClusterLocal("kubernetes.default.svc.cluster.local")).isTrue();
        assertThat(hosts.isClusterLocal("istiod.istio-system.svc.cluster.local"))
                .isTrue();
        assertThat(hosts.isClusterLocal("s.ns1.svc.cluster.local")).isFalse();
    }

    @Test
    void theDiscoveryAddressOfTheMeshIsLocal() {
        ClusterLocalHosts hosts = ClusterLocalHosts.of(
                MeshConfig.builder()
                        .defaultConfig(MeshProxyConfig.builder()
                                .discoveryAddress("istiod-v2.istio-system.svc:15012")
                                .build())
                        .build(),
                SUFFIX);

        assertThat(hosts.isClusterLocal("istiod-v2.istio-system.svc.cluster.local"))
                .isTrue();
        assertThat(hosts.isClusterLocal("istiod.istio-system.svc.cluster.local"))
                .isFalse();
    }

    @Test
    void everythingMayBeLocal() {
        assertThat(hosts(local(true, "*")).isClusterLocal("s.ns1.svc.cluster.local"))
                .isTrue();
    }

    @Test
    void theMostSpecificEntryDecides() {
        ClusterLocalHosts hosts = hosts(local(true, "*"), local(false, "*.my-backend.svc.cluster.local"));

        assertThat(hosts.isClusterLocal("a.my-backend.svc.cluster.local")).isFalse();
        assertThat(hosts.isClusterLocal("b.other.svc.cluster.local")).isTrue();
    }

    @Test
    void anExactEntryBeatsAWildcard() {
        ClusterLocalHosts hosts = hosts(local(false, "a.ns.svc.cluster.local"), local(true, "*.ns.svc.cluster.local"));

        assertThat(hosts.isClusterLocal("a.ns.svc.cluster.local")).isFalse();
        assertThat(hosts.isClusterLocal("b.ns.svc.cluster.local")).isTrue();
    }

    @Test
    void sharingOneSystemServiceSharesThemAll() {
        ClusterLocalHosts hosts = hosts(local(false, "dns.kube-system.svc.cluster.local"));

        assertThat(hosts.isClusterLocal("dns.kube-system.svc.cluster.local")).isFalse();
        assertThat(hosts.isClusterLocal("metrics.kube-system.svc.cluster.local"))
                .isFalse();
    }

    @Test
    void aWiderWildcardDoesNotShareSystemServices() {
        assertThat(hosts(local(false, "*.cluster.local")).isClusterLocal("s.kube-system.svc.cluster.local"))
                .isTrue();
        assertThat(hosts(local(false, "*.svc.cluster.local")).isClusterLocal("dns.kube-system.svc.cluster.local"))
                .isTrue();
    }

    @Test
    void aLaterEntryForTheSameHostCounts() {
        assertThat(hosts(local(true, "a.b"), local(false, "a.b")).isClusterLocal("a.b"))
                .isFalse();
    }

    private static ClusterLocalHosts hosts(MeshServiceSettings... settings) {
        return ClusterLocalHosts.of(
                MeshConfig.builder().addServiceSettings(settings).build(), SUFFIX);
    }

    private static MeshServiceSettings local(boolean clusterLocal, String... hosts) {
        return MeshServiceSettings.clusterLocal(clusterLocal, hosts);
    }
}
