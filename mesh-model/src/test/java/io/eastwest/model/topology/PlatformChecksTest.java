package io.eastwest.model.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformChecksTest {
    private static final String START = """
            apiVersion: eastwest.io/v1
            kind: MeshTopology
            metadata: {name: shop}
            spec:
              clusters: [{name: a}, {name: b}]
              platform:
            """;
    private static final String RIGHT = """
            gslb:
            - host: shop.example.com
              method: ACTIVE_STANDBY
              ttl: 60s
              whenAllDown: RETURN_NONE
              probe: {level: H2, interval: 30s, timeout: 120s, failThreshold: 2}
              pool: [{ltm: site-a, priority: 1}, {ltm: site-b, priority: 2, ratio: 0}]
            ltm:
            - {name: site-a, vip: 203.0.113.1, region: north, mode: REWRITE, members: [{cluster: a, host: shop-a.example.com}]}
            - {name: site-b, probe: {level: H1}, members: [{cluster: b, ratio: 3}]}
            """;

    private static ReadResult<List<Manifest>> read(String platform) {
        return ManifestReader.strict().read("topology.yaml", START + platform.indent(4));
    }

    private static List<String> problems(String platform) {
        MeshTopology topology = (MeshTopology) read(platform).orThrow().get(0).resource();
        return PlatformChecks.check(topology).stream().map(Issue::toString).toList();
    }

    @Test
    void everyFieldIsRead() {
        MeshTopology topology = (MeshTopology) read(RIGHT).orThrow().get(0).resource();

        PlatformTopology platform = topology.spec().platform().orElseThrow();

        assertThat(PlatformChecks.check(topology)).isEmpty();
        assertThat(platform.gslb().get(0).method()).contains(GlobalMethod.ACTIVE_STANDBY);
        assertThat(platform.gslb().get(0).whenAllDown()).contains(AllDownPolicy.RETURN_NONE);
        assertThat(platform.gslb().get(0).probe().orElseThrow().detection()).isEqualTo(Duration.ofMinutes(3));
        assertThat(platform.ltm().get(0).mode()).contains(TrafficManagerMode.REWRITE);
        assertThat(platform.ltm().get(1).probe().orElseThrow().detection()).isEqualTo(Duration.ofSeconds(40));
        assertThat(platform.ltm().get(1).members().get(0).ratio()).hasValue(3);
    }

    @Test
    void unknownFieldsAndWordsAreRefused() {
        assertThat(read("gslb: [{host: a.example.com, pool: [], methd: RATIO}]").issues())
                .extracting(issue -> issue.code().name())
                .containsExactly("UNKNOWN_FIELD");
        assertThat(read("gslb: [{host: a.example.com, pool: [], method: random}]")
                        .issues())
                .extracting(issue -> issue.code().name())
                .containsExactly("UNKNOWN_ENUM_VALUE");
    }

    @Test
    void whatIsNotListedIsTold() {
        assertThat(problems("""
                gslb: [{host: shop.example.com, pool: [{ltm: site-x}]}]
                ltm: [{name: site-a, members: [{cluster: c}]}]
                """))
                .containsExactly(
                        "ERROR MeshTopology/shop spec.platform.gslb[0].pool[0].ltm: load balancer \"site-x\" is not listed;"
                                + " listed are [site-a] TOPOLOGY_CONFLICT",
                        "ERROR MeshTopology/shop spec.platform.ltm[0].members[0].cluster: cluster \"c\" is not listed;"
                                + " listed are [a, b] CLUSTER_UNKNOWN");
    }

    @Test
    void whatIsListedTwiceOrNotAtAllIsTold() {
        assertThat(problems("""
                gslb: [{host: x, pool: []}, {host: x, pool: [{ltm: s, ratio: -1}], probe: {level: H0, failThreshold: 0}}]
                ltm: [{name: s, members: []}, {name: s, members: [{cluster: a}]}]
                """))
                .containsExactly(
                        "ERROR MeshTopology/shop spec.platform.gslb[0].pool: must name a load balancer of a site;"
                                + " listed are [s, s] MISSING_FIELD",
                        "ERROR MeshTopology/shop spec.platform.gslb[1].host: host \"x\" is listed twice;"
                                + " rename or remove one TOPOLOGY_CONFLICT",
                        "ERROR MeshTopology/shop spec.platform.gslb[1].probe.failThreshold: must be 1 or more but was 0"
                                + " NUMBER_OUT_OF_BOUNDS",
                        "ERROR MeshTopology/shop spec.platform.gslb[1].pool[0].ratio: must be 0 or more but was -1"
                                + " NUMBER_OUT_OF_BOUNDS",
                        "ERROR MeshTopology/shop spec.platform.ltm[0].members: must name a cluster; listed are [a, b]"
                                + " MISSING_FIELD",
                        "ERROR MeshTopology/shop spec.platform.ltm[1].name: load balancer \"s\" is listed twice;"
                                + " rename or remove one TOPOLOGY_CONFLICT");
    }

    @Test
    void hostsOfMembersBelongToRewriting() {
        assertThat(problems("""
                ltm:
                - {name: one, mode: REWRITE, members: [{cluster: a}]}
                - {name: two, members: [{cluster: a, host: a.example.com}]}
                """))
                .containsExactly(
                        "ERROR MeshTopology/shop spec.platform.ltm[0].members[0].host: must name the application in this"
                                + " cluster, because mode is REWRITE; add it, or choose mode DIRECT MISSING_FIELD",
                        "ERROR MeshTopology/shop spec.platform.ltm[1].members[0].host: has no effect, because mode is"
                                + " DIRECT; remove it, or choose mode REWRITE TOPOLOGY_CONFLICT");
    }

    @Test
    void theFolderOfAMeshIsChecked(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("topology.yaml"), START + "    gslb: [{host: x, pool: [{ltm: s}]}]\n");

        assertThat(MeshSnapshot.read(folder).issues())
                .extracting(Issue::toString)
                .contains(
                        "ERROR MeshTopology/shop spec.platform.gslb[0].pool[0].ltm: load balancer \"s\" is not listed;"
                                + " listed are [] [topology.yaml:7:35] TOPOLOGY_CONFLICT");
    }
}
