package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of what was compiled. */
class CompiledObjectsTest {
    private final List<String> made = new ArrayList<>();

    private Object of(CompiledObjects<Object> objects, String name, Object object, int weight) {
        return objects.of(
                object,
                () -> {
                    made.add(name);
                    return new Object();
                },
                () -> weight);
    }

    @Test
    void anObjectIsCompiledOnceAndOneThatEqualsItAgain() {
        CompiledObjects<Object> objects = new CompiledObjects<>(10);
        List<String> one = new ArrayList<>(List.of("x"));
        List<String> equal = new ArrayList<>(List.of("x"));

        Object first = of(objects, "one", one, 0);

        assertThat(of(objects, "again", one, 0)).isSameAs(first);
        assertThat(of(objects, "equal", equal, 0)).isNotSameAs(first);
        assertThat(made).containsExactly("one", "equal");
    }

    @Test
    void everythingIsForgottenWhereTheWeightPassesTheLimit() {
        CompiledObjects<Object> objects = new CompiledObjects<>(10);
        List<Object> keys = List.of(new Object(), new Object(), new Object());

        of(objects, "a", keys.get(0), 4);
        of(objects, "b", keys.get(1), 4);
        of(objects, "a again", keys.get(0), 4);
        assertThat(made).containsExactly("a", "b");

        of(objects, "c", keys.get(2), 0);
        of(objects, "a", keys.get(0), 4);
        of(objects, "b", keys.get(1), 4);
        of(objects, "a again", keys.get(0), 4);
        assertThat(made).containsExactly("a", "b", "c", "a", "b");
    }

    @Nested
    class OfEndpoints {
        private static Cluster cluster(int number) {
            return TestProxy.clusterOf(
                    "a",
                    IntStream.range(0, number)
                            .mapToObj(i -> "10.0.0." + i + ":80")
                            .toArray(String[]::new));
        }

        /** Few are looked through, many are indexed. */
        @ParameterizedTest
        @ValueSource(ints = {3, 16, 17, 40})
        void eachIsFoundByItsName(int number) {
            HostIndex index = new HostIndex(cluster(number));

            assertThat(index.all()).hasSize(number);
            assertThat(index.find("10.0.0.2:80")).map(LbEndpoint::address).hasValue("10.0.0.2:80");
            assertThat(index.find("10.0.0.2:81")).isEmpty();
        }

        @Test
        void oneBehindATunnelHasTheNameOfItsListener() {
            LbEndpoint plain =
                    LbEndpoint.builder().address("10.0.0.1:80").mutualTls(false).build();
            LbEndpoint tunnel = plain.toBuilder().tunnel(true).build();
            LbEndpoint inner = tunnel.toBuilder()
                    .gateway(new LbEndpoint.NetworkGatewayHop("n2", "c2"))
                    .build();
            Cluster cluster = TestProxy.clusterOf("a").toBuilder()
                    .assignment(List.of(TestProxy.clusterOf("a", "x").assignment().get(0).toBuilder()
                            .endpoints(List.of(plain, tunnel, inner, tunnel))
                            .build()))
                    .build();
            HostIndex index = new HostIndex(cluster);

            assertThat(index.all()).containsExactly(plain, tunnel, inner);
            assertThat(index.find("10.0.0.1:80")).hasValue(plain);
            assertThat(index.find("envoy://connect_originate/10.0.0.1:80")).hasValue(tunnel);
            assertThat(index.find("envoy://inner_connect_originate/10.0.0.1:80"))
                    .hasValue(inner);
        }
    }
}
