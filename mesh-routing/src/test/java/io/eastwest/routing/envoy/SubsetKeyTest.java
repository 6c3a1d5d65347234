package io.eastwest.routing.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 9 of multicluster.md: names of clusters, and the SNI between networks. */
class SubsetKeyTest {
    /** Examples 9a and 9b. */
    @Test
    void buildsTheServerName() {
        assertThat(SubsetKey.outbound(8080, "v1", "backend-svc.backend-ns.svc.cluster.local")
                        .serverName())
                .isEqualTo("outbound_.8080_.v1_.backend-svc.backend-ns.svc.cluster.local");
        assertThat(SubsetKey.outbound(80, "", "a.b.svc.cluster.local").serverName())
                .isEqualTo("outbound_.80_._.a.b.svc.cluster.local");
    }

    @Test
    void buildsTheClusterName() {
        assertThat(SubsetKey.outbound(80, "v1", "a.b.svc.cluster.local").clusterName())
                .isEqualTo("outbound|80|v1|a.b.svc.cluster.local");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "9b; outbound_.80_._.a.b.svc.cluster.local; outbound; ''; a.b.svc.cluster.local; 80",
                "9c; outbound|8080|v1|a.b.c; outbound; v1; a.b.c; 8080",
                "9d; outbound_.80_.v1_.x_.y; outbound; v1; ''; 80",
                "9e; outbound_.8080; outbound; ''; ''; 0",
                "9f; inbound|80||; inbound; ''; ''; 80",
                "9g; outbound|http|s|h; outbound; s; h; 0",
                "9h; |||; ''; ''; ''; 0",
                "no separator; outbound; ''; ''; ''; 0",
                "port without subset; outbound|80|v1; outbound; ''; ''; 80",
                "separator of the other form; outbound_.80|v1|a; outbound; ''; ''; 0",
            })
    void readsNamesFromTheLeft(String example, String name, String direction, String subset, String host, int port) {
        assertThat(SubsetKey.parse(name)).as(example).isEqualTo(new SubsetKey(direction, port, subset, host));
    }
}
