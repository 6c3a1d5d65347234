package io.eastwest.model.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose API server holds the configuration of the proxies of a cluster. */
class ConfigurationOfTest {
    private static final ClusterTopology HOST = cluster("x", Optional.empty(), InstallRole.host);
    private static final ClusterTopology CONFIG = cluster("k", Optional.of("x"), InstallRole.config);

    private static ClusterTopology cluster(String name, Optional<String> controlPlane, InstallRole role) {
        return ClusterTopology.builder()
                .name(name)
                .controlPlane(controlPlane)
                .install(ClusterInstall.builder().role(role).build())
                .build();
    }

    private static String configurationOf(ClusterTopology cluster, ClusterTopology... others) {
        return MeshTopologySpec.builder()
                .clusters(List.of(others))
                .addCluster(cluster)
                .build()
                .configurationOf(cluster);
    }

    @Test
    void aPrimaryHoldsItsOwn() {
        assertThat(configurationOf(ClusterTopology.builder().name("c1").build()))
                .isEqualTo("c1");
        assertThat(configurationOf(HOST, CONFIG)).isEqualTo("x");
    }

    @Test
    void aRemoteIsConfiguredByItsPrimary() {
        ClusterTopology primary = cluster("c1", Optional.empty(), InstallRole.primary);

        assertThat(configurationOf(cluster("c2", Optional.of("c1"), InstallRole.remote), primary))
                .isEqualTo("c1");
    }

    @Test
    void anIstiodThatRunsElsewhereIsConfiguredByTheConfigCluster() {
        assertThat(configurationOf(CONFIG, HOST)).isEqualTo("k");
        assertThat(configurationOf(cluster("r", Optional.of("x"), InstallRole.remote), HOST, CONFIG))
                .isEqualTo("k");
    }

    @Test
    void aHostThatServesNoConfigClusterIsTakenAtItsWord() {
        assertThat(configurationOf(cluster("r", Optional.of("x"), InstallRole.remote), HOST))
                .isEqualTo("x");
    }
}
