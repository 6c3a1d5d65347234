package io.eastwest.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.pki.key.KeyAlgorithm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the documentation. */
class MeshTrustSnippets {
    @Test
    void commonTrustForTwoClusters(@TempDir Path directory) {
        MeshTrust trust = MeshTrust.builder()
                .algorithm(KeyAlgorithm.EC_P256)
                .cluster("east")
                .cluster("west")
                .build();
        trust.bundle("east").writeSecretTo(directory.resolve("east.yaml"), "istio-system");
        assertThat(trust.check().pair("east", "west").authenticates()).isTrue();

        assertThat(directory.resolve("east.yaml")).content().contains("name: cacerts");
    }

    @Test
    void newRootWithoutAnOutage(@TempDir Path directory) {
        MeshTrust today = MeshTrust.builder()
                .algorithm(KeyAlgorithm.EC_P256)
                .cluster("east")
                .cluster("west")
                .build();
        MeshTrust tomorrow = MeshTrust.builder()
                .algorithm(KeyAlgorithm.EC_P256)
                .cluster("east")
                .cluster("west")
                .build();
        var plan = today.rotationTo(tomorrow);
        assertThat(plan.simulate(today.issuer()).isSafe()).isTrue();
        plan.writeTo(directory);

        assertThat(List.of("plan.txt", "step-0", "step-1", "step-2", "step-3"))
                .allSatisfy(name -> assertThat(directory.resolve(name)).exists());
    }
}
